package fr.preau.access;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ten codes on paper that stand in for a lost phone (CNIL and the unions ask for a way without a
 * smartphone): each serves once, new ones end those before.
 */
@Component
class RecoveryCodes {
    private static final int MANY = 10;

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    RecoveryCodes(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    /** Drawn from the key of the form: sent twice, it shows the same codes. */
    List<String> make(long account, String formKey) {
        return walls.as(
                Wall.DOOR,
                () -> {
                    var secret = secret();
                    var codes =
                            IntStream.range(0, MANY)
                                    .mapToObj(n ->
                                            PaperCode.of(
                                                    secret,
                                                    "recovery "
                                                            + account
                                                            + " "
                                                            + formKey
                                                            + " "
                                                            + n))
                                    .toList();
                    var macs =
                            codes.stream()
                                    .map(code -> PaperCode.kept(secret, account, code))
                                    .toArray(byte[][]::new);
                    db.sql(
                                    "delete from recovery_code where account_id = :account and code_hmac <> all (:macs)")
                            .param("account", account)
                            .param("macs", macs, Types.ARRAY)
                            .update();
                    db.sql(
                                    """
                                    insert into recovery_code (account_id, code_hmac, made_at)
                                    select :account, mac, :now from unnest(:macs::bytea[]) as mac on conflict do nothing
                                    """)
                            .param("account", account)
                            .param("macs", macs, Types.ARRAY)
                            .param("now", Timestamp.from(clock.instant()))
                            .update();
                    return codes;
                });
    }

    /** Uses one up: true once. */
    boolean use(long account, String typed) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                                "update recovery_code set used_at = :now where account_id = :account and code_hmac = :mac and used_at is null")
                                        .param("now", Timestamp.from(clock.instant()))
                                        .param("account", account)
                                        .param("mac", PaperCode.kept(secret(), account, typed))
                                        .update()
                                == 1);
    }

    /** There is nothing left to recover. */
    void forget(long account) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql("delete from recovery_code where account_id = :account")
                                .param("account", account)
                                .update());
    }

    int left(long account) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select count(*) from recovery_code where account_id = :account and used_at is null")
                                .param("account", account)
                                .query(Integer.class)
                                .single());
    }

    private byte[] secret() {
        return db.sql("select secret from door_secret where name = 'activation'")
                .query(byte[].class)
                .single();
    }
}
