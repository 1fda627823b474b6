package fr.preau.access;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Codes that open an account once (capability A03): ten characters that nobody confuses on paper,
 * worth 49 bits, one in force for each account, ended by their use, by their date or by the next
 * one.
 */
@Component
class ActivationCodes {
    /** Without those that are taken for one another: 0 O, 1 I L, U V. */
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 10;

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
                        texts.put(account, text(mac(secret, "code " + account + " " + formKey)));
                    return keep(secret, texts);
                });
    }

    private Map<Long, Code> keep(byte[] secret, Map<Long, String> texts) {
        var made = new LinkedHashMap<Long, Code>();
        var ids = texts.keySet().toArray(Long[]::new);
        var macs =
                texts.entrySet().stream()
                        .map(code -> kept(secret, code.getKey(), code.getValue()))
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
                               set code_hmac = excluded.code_hmac, made_at = excluded.made_at, expires_at = excluded.expires_at, used_at = null
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
                .param("mac", kept(secret(), account, plain(typed)))
                .param("now", Timestamp.from(clock.instant()));
    }

    private byte[] secret() {
        return db.sql("select secret from door_secret where name = 'activation'")
                .query(byte[].class)
                .single();
    }

    /** The same code of another account is kept otherwise. */
    private static byte[] kept(byte[] secret, long account, String text) {
        return mac(secret, "kept " + account + " " + plain(text));
    }

    private static byte[] mac(byte[] secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes) {
        var rest = new BigInteger(1, bytes);
        var base = BigInteger.valueOf(SIGNS.length());
        var text = new StringBuilder();
        for (var n = 0; n < LENGTH; n++) {
            if (n == LENGTH / 2) text.append('-');
            var split = rest.divideAndRemainder(base);
            text.append(SIGNS.charAt(split[1].intValue()));
            rest = split[0];
        }
        return text.toString();
    }

    /** As printed or not: small letters, spaces and hyphens are the same code. */
    private static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
