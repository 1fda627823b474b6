package fr.preau.access;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Devices on which their holder is not asked for the code of the phone at sign-in, for a number of
 * days. A sensitive act asks for it all the same.
 */
@Component
class Remembering {
    private final JdbcClient db;
    private final Walls walls;
    private final Hats hats;
    private final Clock clock;

    Remembering(JdbcClient db, Walls walls, Hats hats, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.hats = hats;
        this.clock = clock;
    }

    /**
     * For how many days the account may have it so: the fewest of its hats, never for rights over
     * others; 0 for not at all.
     */
    int days(long account) {
        var worn = hats.of(account);
        if (worn.stream().anyMatch(Hats.Hat::needsSecondFactor)) return 0;
        return worn.stream().mapToInt(hat -> days(hat.profile().name())).min().orElse(0);
    }

    private int days(String profile) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        select days from remembering_rule where profile = :profile and from_on <= :today order by from_on desc limit 1
                                        """)
                                .param("profile", profile)
                                .param("today", LocalDate.now(clock))
                                .query(Integer.class)
                                .optional()
                                .orElse(0));
    }

    /** No code on this device of the account for so many days from now. */
    Instant spare(long account, long device, int days) {
        var until = clock.instant().plus(Duration.ofDays(days));
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "update known_device set spared_until = :until where account_id = :account and id = :device")
                                .param("until", Timestamp.from(until))
                                .param("account", account)
                                .param("device", device)
                                .update());
        return until;
    }

    /**
     * The session that has just been opened in this browser is spared the code, when its holder
     * wanted that here and may still have it.
     */
    void greet(long account, String session, @Nullable String browser) {
        if (browser == null) return;
        walls.as(
                Wall.DOOR,
                () ->
                        sparing(account, browser)
                                .filter(device -> days(account) > 0)
                                .ifPresent(device -> mark(account, session, device)));
    }

    private Optional<Long> sparing(long account, String browser) {
        return db.sql(
                        "select id from known_device where account_id = :account and token_hash = :browser and spared_until > :now")
                .param("account", account)
                .param("browser", Tokens.hash(browser))
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional();
    }

    private void mark(long account, String session, long device) {
        db.sql("update session set spared = true, device_id = :device where token_hash = :session")
                .param("device", device)
                .param("session", Tokens.hash(session))
                .update();
        db.sql(
                        "update known_device set last_at = :now where account_id = :account and id = :device")
                .param("now", Timestamp.from(clock.instant()))
                .param("account", account)
                .param("device", device)
                .update();
    }

    /** The code is asked for again on every device of the account. */
    void forgetAll(long account) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "update known_device set spared_until = null where account_id = :account and spared_until is not null")
                                .param("account", account)
                                .update());
    }
}
