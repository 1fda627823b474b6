package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.mail.Mail;
import fr.preau.web.Actor;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where adults read their mail. An address counts once a code that was sent there has come back:
 * nobody is written to because somebody else typed their address.
 */
@Component
public class Addresses {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SHAPE =
            Pattern.compile(
                    "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9-]+\\.)+[A-Za-z]{2,}");
    private static final Duration LASTS = Duration.ofMinutes(30);
    private static final int TRIES = 5;
    private static final int A_DAY = 5;

    private final JdbcClient db;
    private final Walls walls;
    private final Mail mail;
    private final Clock clock;

    Addresses(JdbcClient db, Walls walls, Mail mail, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.mail = mail;
        this.clock = clock;
    }

    /** Confirmed; {@code bouncedAt}: a server has said since then that nobody is there. */
    public record Address(String email, Instant confirmedAt, @Nullable Instant bouncedAt) {}

    public enum Asking {
        SENT,
        NO_ADDRESS,
        TOO_MANY,
        NO_MAIL
    }

    public Optional<Address> of(Actor actor) {
        return db.sql(
                        "select email, confirmed_at, bounced_at from mail_address where account_id = :account")
                .param("account", actor.account())
                .query(Address.class)
                .optional();
    }

    /** The address whose code is awaited. */
    public Optional<String> awaited(Actor actor) {
        return db.sql(
                        """
                        select email from mail_address_wish where account_id = :account and asked_at > :since and tries < :tries
                         order by id desc limit 1
                        """)
                .param("account", actor.account())
                .param("since", Timestamp.from(clock.instant().minus(LASTS)))
                .param("tries", TRIES)
                .query(String.class)
                .optional();
    }

    /** What the directory has of somebody, to be confirmed or replaced; empty without. */
    public String known(Actor actor) {
        return walls.as(
                        Wall.DIRECTORY,
                        () ->
                                db.sql("select coalesce(email, '') from person where id = :person")
                                        .param("person", actor.person())
                                        .query(String.class)
                                        .optional())
                .orElse("");
    }

    /** Sends a code to this address. */
    public Asking ask(Actor actor, String typed) {
        var email = typed.strip();
        if (!mail.open()) return Asking.NO_MAIL;
        if (email.length() > 254 || !SHAPE.matcher(email).matches()) return Asking.NO_ADDRESS;
        if (askedToday(actor) >= A_DAY) return Asking.TOO_MANY;
        var code = "%06d".formatted(RANDOM.nextInt(1_000_000));
        db.sql(
                        "insert into mail_address_wish (account_id, email, code_hash, asked_at) values (:account, :email, :hash, :now)")
                .param("account", actor.account())
                .param("email", email)
                .param("hash", hash(actor, code))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        var letter =
                new Mail.Letter(
                        email,
                        t("access.address.mail.subject"),
                        t("access.address.mail.text", code, LASTS.toMinutes()));
        walls.afterCommit(() -> mail.send(letter));
        return Asking.SENT;
    }

    private int askedToday(Actor actor) {
        return db.sql(
                        "select count(*) from mail_address_wish where account_id = :account and asked_at > :since")
                .param("account", actor.account())
                .param("since", Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                .query(Integer.class)
                .single();
    }

    /** True once, with the latest code; after a few wrong ones it takes another. */
    public boolean confirm(Actor actor, String typed) {
        var wish =
                db.sql(
                                """
                                update mail_address_wish set tries = tries + 1
                                 where account_id = :account and asked_at > :since and tries < :tries
                                   and id = (select max(id) from mail_address_wish where account_id = :account)
                                returning id, email, code_hash = :hash as right
                                """)
                        .param("account", actor.account())
                        .param("since", Timestamp.from(clock.instant().minus(LASTS)))
                        .param("tries", TRIES)
                        .param("hash", hash(actor, typed.replaceAll("\\s", "")))
                        .query((row, n) -> row.getBoolean(3) ? row.getString(2) : "")
                        .optional()
                        .filter(email -> !email.isEmpty());
        wish.ifPresent(email -> keep(actor, email));
        return wish.isPresent();
    }

    private void keep(Actor actor, String email) {
        db.sql(
                        """
                        insert into mail_address (account_id, email, confirmed_at) values (:account, :email, :now)
                        on conflict (account_id) do update set email = excluded.email, confirmed_at = excluded.confirmed_at, bounced_at = null, bounce_code = null
                        """)
                .param("account", actor.account())
                .param("email", email)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        db.sql("delete from mail_address_wish where account_id = :account")
                .param("account", actor.account())
                .update();
    }

    public void remove(Actor actor) {
        db.sql("delete from mail_address where account_id = :account")
                .param("account", actor.account())
                .update();
    }

    private static byte[] hash(Actor actor, String code) {
        return Tokens.hash("address " + actor.account() + " " + code);
    }
}
