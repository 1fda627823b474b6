package fr.preau.openid;

import fr.preau.access.Tokens;
import fr.preau.connectors.Admission;
import fr.preau.connectors.Admission.Told;
import fr.preau.connectors.Connector;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.jobs.RecurringWork;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Codes and tokens. A code serves once; shown twice, what it had given is taken back (RFC 6749,
 * 4.1.2). A token is worth ten minutes, and no more than the session that it speaks of.
 */
@Component
class Grants implements RecurringWork {
    private static final Duration CODE_LASTS = Duration.ofSeconds(60);
    static final Duration TOKEN_LASTS = Duration.ofMinutes(10);

    private final JdbcClient db;
    private final Walls walls;
    private final Admission admission;
    private final Clock clock;

    Grants(JdbcClient db, Walls walls, Admission admission, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.admission = admission;
        this.clock = clock;
    }

    private record Row(
            long connectorId,
            long sessionId,
            String address,
            @Nullable String nonce,
            @Nullable String challenge) {}

    /** A code or a token that is good, with whom it speaks of. */
    record Good(Told told, String address, @Nullable String nonce, @Nullable String challenge) {}

    String code(Told told, String address, @Nullable String nonce, @Nullable String challenge) {
        var code = Tokens.make(256);
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        insert into openid_grant (code_hash, connector_id, session_id, address, nonce, challenge, until)
                                        values (:code, :connector, :session, :address, :nonce, :challenge, :until)
                                        """)
                                .param("code", Tokens.hash(code))
                                .param("connector", told.connector().id())
                                .param("session", told.held().session())
                                .param("address", address)
                                .param("nonce", nonce, Types.VARCHAR)
                                .param("challenge", challenge, Types.VARCHAR)
                                .param("until", Timestamp.from(clock.instant().plus(CODE_LASTS)))
                                .update());
        return code;
    }

    /** Tries a code, which is thereby spent, by this service alone. */
    Optional<Good> spend(String code, Connector connector) {
        return walls.as(
                        Wall.DOOR,
                        () -> {
                            var row =
                                    db.sql(
                                                    """
                                                    update openid_grant set spent_at = :now where code_hash = :code and connector_id = :connector and spent_at is null and until > :now
                                                    returning connector_id, session_id, address, nonce, challenge
                                                    """)
                                            .param("code", Tokens.hash(code))
                                            .param("connector", connector.id())
                                            .param("now", Timestamp.from(clock.instant()))
                                            .query(Row.class)
                                            .optional();
                            if (row.isEmpty())
                                db.sql("delete from openid_grant where code_hash = :code")
                                        .param("code", Tokens.hash(code))
                                        .update();
                            return row;
                        })
                .flatMap(this::good);
    }

    /** A token for the holder of this code. */
    String token(String code) {
        var token = Tokens.make(256);
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "update openid_grant set token_hash = :token, token_until = :until where code_hash = :code")
                                .param("token", Tokens.hash(token))
                                .param("until", Timestamp.from(clock.instant().plus(TOKEN_LASTS)))
                                .param("code", Tokens.hash(code))
                                .update());
        return token;
    }

    Optional<Good> behind(String token) {
        return walls.as(
                        Wall.DOOR,
                        () ->
                                db.sql(
                                                "select connector_id, session_id, address, nonce, challenge from openid_grant where token_hash = :token and token_until > :now")
                                        .param("token", Tokens.hash(token))
                                        .param("now", Timestamp.from(clock.instant()))
                                        .query(Row.class)
                                        .optional())
                .flatMap(this::good);
    }

    private Optional<Good> good(Row row) {
        return admission
                .still(row.connectorId(), row.sessionId())
                .map(told -> new Good(told, row.address(), row.nonce(), row.challenge()));
    }

    @Override
    public String name() {
        return "openid-grants";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "delete from openid_grant where until < :before and coalesce(token_until, until) < :before")
                                .param("before", Timestamp.from(clock.instant().minus(TOKEN_LASTS)))
                                .update());
    }
}
