package fr.preau.access;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Codes that open an account once (capability A03): a {@link PaperCode}, one in force for each
 * account, ended by their use, by their date or by the next one.
 */
@Component
class ActivationCodes {
    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    ActivationCodes(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    /** A code as it is printed, and until when it opens. */
    record Code(String text, Instant until) {}

    /**
     * Gives each account a code and ends the one before. Codes come from the key of the form that
     * asked for them: the same form sent twice, or for another file format, gives the same codes,
     * and does not bring back one that was used. Closed accounts get none.
     */
    Map<Long, Code> make(Collection<Long> accounts, String formKey) {
        return walls.as(
                Wall.DOOR,
                () -> {
                    var secret = secret();
                    var texts = new LinkedHashMap<Long, String>();
                    for (var account : accounts)
                        texts.put(account, PaperCode.of(secret, account + " " + formKey));
                    return keep(secret, texts);
                });
    }

    private Map<Long, Code> keep(byte[] secret, Map<Long, String> texts) {
        var made = new LinkedHashMap<Long, Code>();
        var ids = texts.keySet().toArray(Long[]::new);
        var macs =
                texts.entrySet().stream()
                        .map(code -> PaperCode.kept(secret, code.getKey(), code.getValue()))
                        .toArray(byte[][]::new);
        db
                .sql(
                        """
                        with given as (
                            insert into activation_code as c (account_id, code_hmac, made_at, expires_at)
                            select a.id, g.mac, :now, :now::timestamptz + (
                                   select l.days from code_lifetime l
                                    where l.purpose = case a.state when 'ACTIVE' then 'RENEWAL' else 'FIRST' end and l.from_on <= :today
                                    order by l.from_on desc limit 1) * interval '1 day'
                              from unnest(:ids::bigint[], :macs::bytea[]) as g (id, mac) join account a on a.id = g.id and a.state <> 'CLOSED'
                            on conflict (account_id) do update
                               set code_hmac = excluded.code_hmac, made_at = excluded.made_at, expires_at = excluded.expires_at, used_at = null,
                                   failures = 0, locked_until = null
                             where c.code_hmac <> excluded.code_hmac
                            returning account_id, expires_at)
                        select a.id as account, coalesce(g.expires_at, c.expires_at) as until
                          from account a
                          left join given g on g.account_id = a.id
                          left join activation_code c on c.account_id = a.id
                         where a.id = any (:ids) and a.state <> 'CLOSED'
                        """)
                .param("ids", ids, Types.ARRAY)
                .param("macs", macs, Types.ARRAY)
                .param("now", Timestamp.from(clock.instant()))
                .param("today", LocalDate.now(clock))
                .query((row, n) -> Map.entry(row.getLong(1), row.getTimestamp(2).toInstant()))
                .stream()
                .forEach(code ->
                        made.put(
                                code.getKey(),
                                new Code(texts.get(code.getKey()), code.getValue())));
        return made;
    }

    /** Whether this is the account's code today; it stays to be used. */
    boolean opens(long account, String typed) {
        return walls.as(
                Wall.DOOR,
                () ->
                        matching("select 1 from activation_code c where ", account, typed)
                                .query(Integer.class)
                                .optional()
                                .isPresent());
    }

    /** Uses the code up: true for one of those who try it at the same moment, once. */
    boolean use(long account, String typed) {
        return walls.as(
                Wall.DOOR,
                () ->
                        matching(
                                                "update activation_code c set used_at = :now where ",
                                                account,
                                                typed)
                                        .update()
                                == 1);
    }

    private JdbcClient.StatementSpec matching(String start, long account, String typed) {
        var those =
                "c.account_id = :account and c.code_hmac = :mac and c.used_at is null and c.expires_at > :now";
        return db.sql(start + those)
                .param("account", account)
                .param("mac", PaperCode.kept(secret(), account, typed))
                .param("now", Timestamp.from(clock.instant()));
    }

    private byte[] secret() {
        return db.sql("select secret from door_secret where name = 'activation'")
                .query(byte[].class)
                .single();
    }
}
