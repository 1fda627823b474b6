package fr.preau.proconnect;

import fr.preau.access.Tokens;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.jobs.RecurringWork;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is at ProConnect, and the codes that have served: for minutes, in one browser, once. */
@Component
class Waiting implements RecurringWork {
    /** Time to type a password, find a telephone and read a code. */
    static final Duration AT_THE_DOOR = Duration.ofMinutes(15);

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    Waiting(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    /** Somebody who left: where they were going, and by which invitation. */
    record Departure(byte[] nonceHash, @Nullable Long invitationId, String way) {}

    void leaves(String state, String nonce, byte[] browser, @Nullable Long invitation, String way) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        insert into proconnect_request (state_hash, browser_hash, nonce_hash, invitation_id, way, until)
                                        values (:state, :browser, :nonce, :invitation, :way, :until)
                                        """)
                                .param("state", Tokens.hash(state))
                                .param("browser", browser)
                                .param("nonce", Tokens.hash(nonce))
                                .param("invitation", invitation, Types.BIGINT)
                                .param("way", way)
                                .param("until", in(AT_THE_DOOR))
                                .update());
    }

    /** The departure of this browser, for the one who comes back with it: nobody does again. */
    Optional<Departure> returns(String state, byte[] browser) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        delete from proconnect_request where state_hash = :state and browser_hash = :browser and until > :now
                                        returning nonce_hash, invitation_id, way
                                        """)
                                .param("state", Tokens.hash(state))
                                .param("browser", browser)
                                .param("now", in(Duration.ZERO))
                                .query(Departure.class)
                                .optional());
    }

    /** Marks the code; false when it has served. */
    boolean takes(String code) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                                "insert into proconnect_code (code_hash, until) values (:code, :until) on conflict do nothing")
                                        .param("code", Tokens.hash(code))
                                        .param("until", in(AT_THE_DOOR.multipliedBy(4)))
                                        .update()
                                == 1);
    }

    private Timestamp in(Duration duration) {
        return Timestamp.from(clock.instant().plus(duration));
    }

    @Override
    public String name() {
        return "proconnect-sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    /** Removes what nobody comes back for, and the codes that could no longer be redeemed. */
    @Override
    public void run() {
        walls.as(
                Wall.DOOR,
                () -> {
                    for (var table : List.of("proconnect_request", "proconnect_code"))
                        db.sql("delete from " + table + " where until <= :now")
                                .param("now", in(Duration.ZERO))
                                .update();
                });
    }
}
