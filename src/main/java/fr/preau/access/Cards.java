package fr.preau.access;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Pupils' cards: a 128-bit token in a QR, hashed in the database, one card in force for each child,
 * until a day that the school chooses within the school year.
 */
@Component
class Cards {
    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    Cards(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    /** Whose card it is, with what the picture page needs. */
    record Holder(long account, long person, String firstName) {}

    Optional<Holder> holderOf(String token) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        select ap.account_id as account, p.id as person, p.first_name
                                          from card c
                                          join person p on p.id = c.person_id and p.departed_at is null
                                          join account_person ap on ap.person_id = p.id
                                          join account a on a.id = ap.account_id and a.state <> 'CLOSED'
                                         where c.token_hash = :token and c.revoked_at is null and c.expires_on >= :today
                                        """)
                                .param("token", Tokens.hash(token))
                                .param("today", LocalDate.now(clock))
                                .query(Holder.class)
                                .optional());
    }

    /**
     * Makes the child's card and ends the one before. The token comes from the key of the form that
     * asked for it: the same form sent twice gives the same card.
     */
    String make(long person, String formKey, LocalDate until) {
        return walls.as(
                Wall.DOOR,
                () -> {
                    var token = derive(person, formKey);
                    keep(person, token, until);
                    return token;
                });
    }

    /**
     * Puts a card in force whose token is chosen by the caller (the demo's cards are printed in its
     * documents).
     */
    void keep(long person, String token) {
        keep(person, token, endOfSchoolYear(LocalDate.now(clock)));
    }

    private void keep(long person, String token, LocalDate until) {
        var now = Timestamp.from(clock.instant());
        walls.as(
                Wall.DOOR,
                () -> {
                    db.sql(
                                    "update card set revoked_at = :now where person_id = :person and revoked_at is null and token_hash <> :token")
                            .param("now", now)
                            .param("person", person)
                            .param("token", Tokens.hash(token))
                            .update();
                    db.sql(
                                    "insert into card (token_hash, person_id, made_at, expires_on) values (:token, :person, :now, :until) on conflict do nothing")
                            .param("token", Tokens.hash(token))
                            .param("person", person)
                            .param("now", now)
                            .param("until", until)
                            .update();
                });
    }

    /** Ends the cards of these children at once; returns how many were in force. */
    int revoke(java.util.List<Long> persons) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "update card set revoked_at = :now where person_id in (:persons) and revoked_at is null and expires_on >= :today")
                                .param("now", Timestamp.from(clock.instant()))
                                .param("today", LocalDate.now(clock))
                                .param("persons", persons)
                                .update());
    }

    /** Until when the child's card is worth something; empty when there is none. */
    Optional<LocalDate> until(long person) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select max(expires_on) from card where person_id = :person and revoked_at is null and expires_on >= :today having count(*) > 0")
                                .param("person", person)
                                .param("today", LocalDate.now(clock))
                                .query(LocalDate.class)
                                .optional());
    }

    /**
     * The last day that the school has chosen for its cards: from today to the end of the school
     * year, which it is when nothing is chosen; empty when it is neither.
     */
    Optional<LocalDate> lastDay(String chosen) {
        var today = LocalDate.now(clock);
        var end = endOfSchoolYear(today);
        if (chosen.isBlank()) return Optional.of(end);
        try {
            return Optional.of(LocalDate.parse(chosen))
                    .filter(day -> !day.isBefore(today) && !day.isAfter(end));
        } catch (java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private String derive(long person, String formKey) {
        var secret =
                db.sql("select secret from door_secret where name = 'card'")
                        .query(byte[].class)
                        .single();
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            var bytes = mac.doFinal((person + " " + formKey).getBytes());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes, 16));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static LocalDate endOfSchoolYear(LocalDate today) {
        return LocalDate.of(
                today.getMonthValue() >= 8 ? today.getYear() + 1 : today.getYear(), 8, 31);
    }
}
