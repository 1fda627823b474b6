package fr.preau.notifications;

import fr.preau.mail.Outcome;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of letters, and of what leaves for devices in the same line: gathered from the
 * notifications that are due, claimed by a node, ended. A notification goes into one letter at
 * most, an account has one evening letter a day: done twice, nothing happens twice. Called behind
 * {@code Wall.JOB}.
 */
@Component
class Letters {
    /** Somebody else may take over a letter that a node has held for so long. */
    private static final Duration CLAIM = Duration.ofMinutes(15);

    private static final Duration KEPT = Duration.ofDays(30);

    /** Two minutes, four, eight… four hours at most: about a day in all. */
    private static final int TRIES = 13;

    private static final String DUE =
            "with due as (select n.school_id, n.id, ap.account_id"
                    + Due.FROM
                    + """
                    join mail_address m on m.account_id = ap.account_id and m.bounced_at is null
                    where n.letter_id is null and\s\
                    """
                    + Notifications.UNREAD
                    + " and ";

    private static final String INTO_LETTERS =
            """
            ), made as (
                insert into letter (account_id, kind, digest_on, made_at, next_at)
                select distinct account_id, :kind, cast(:day as date), :now::timestamptz, :now::timestamptz from due on conflict do nothing
                returning id, account_id
            )
            update notification n set letter_id = made.id from due join made on made.account_id = due.account_id
             where n.school_id = due.school_id and n.id = due.id
            """;

    private final JdbcClient db;
    private final Clock clock;

    Letters(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A letter that this node sends now. */
    record Claimed(long id, int tries) {}

    /** One thing that a letter tells; {@code child}: whom it is about, empty for oneself. */
    record Item(
            long letter,
            String email,
            String kind,
            long school,
            long notification,
            String child,
            int children,
            String title,
            boolean urgent) {}

    /** One node at a time looks for what is due. */
    void gather() {
        db.sql("select pg_advisory_xact_lock(7261741)").query((row, n) -> n).single();
        var now = clock.instant();
        gather(
                Due.atOnce(Channel.MAIL) + "and n.deliver_at >= m.confirmed_at",
                Cadence.IMMEDIATE,
                now);
        if (Due.isEvening(now)) gather(Due.EVENING, Cadence.DIGEST, now);
    }

    private void gather(String which, Cadence kind, Instant now) {
        Due.asked(db.sql(DUE + which + INTO_LETTERS), Channel.MAIL, kind, now).update();
    }

    /** The next of a channel, for this node alone for a while. */
    List<Claimed> claim(Channel channel, int atMost) {
        var now = clock.instant();
        return db.sql(
                        """
                        update letter set claimed_at = :now, tries = tries + 1
                         where id in (select id from letter
                                       where channel = :channel and state = 'WAITING' and next_at <= :now and (claimed_at is null or claimed_at < :stale)
                                       order by next_at, id limit :most for update skip locked)
                        returning id, tries
                        """)
                .param("now", Timestamp.from(now))
                .param("stale", Timestamp.from(now.minus(CLAIM)))
                .param("channel", channel.name())
                .param("most", atMost)
                .query(Claimed.class)
                .list();
    }

    /** What these letters tell as of now: what was read meanwhile needs no letter any more. */
    List<Item> itemsOf(List<Claimed> letters) {
        return db.sql(
                        """
                        select l.id as letter, m.email, n.kind, n.school_id as school, max(n.id) as notification,
                               case when count(distinct p.id) = 1 then min(p.first_name) else '' end as child, count(distinct p.id) as children, coalesce(t.title, '') as title,
                               bool_or(%s) as urgent
                          from letter l
                          join mail_address m on m.account_id = l.account_id and m.bounced_at is null
                          join notification n on n.letter_id = l.id and %s
                          left join person p on p.id = n.pupil_id
                          left join note t on %s and t.school_id = n.school_id and t.id = n.subject_id
                         where l.id = any (:letters)
                         group by l.id, m.email, %s, t.title
                         order by l.id, urgent desc, min(p.birth_date) nulls last, min(p.id) nulls last, min(n.deliver_at), notification
                        """
                                .formatted(
                                        Notifications.URGENT,
                                        Notifications.UNREAD,
                                        Notifications.OF_NOTE,
                                        Notifications.LINE))
                .param("letters", letters.stream().mapToLong(Claimed::id).toArray())
                .query(Item.class)
                .list();
    }

    void end(Claimed letter, Outcome outcome) {
        switch (outcome.kind()) {
            case SENT -> close(letter, "SENT", outcome.code());
            case UNWANTED -> close(letter, "GIVEN_UP", outcome.code());
            case REFUSED -> {
                close(letter, "REFUSED", outcome.code());
                bounced(letter, outcome.code());
                unsubscribe(letter);
            }
            case LATER -> {
                if (letter.tries() >= TRIES) close(letter, "GIVEN_UP", outcome.code());
                else again(letter, outcome.code());
            }
        }
    }

    void needless(List<Claimed> letters) {
        db.sql("update letter set state = 'NEEDLESS', ended_at = :now where id = any (:letters)")
                .param("now", Timestamp.from(clock.instant()))
                .param("letters", letters.stream().mapToLong(Claimed::id).toArray())
                .update();
    }

    private void close(Claimed letter, String state, int code) {
        db.sql(
                        "update letter set state = :state, code = :code, ended_at = :now where id = :letter and state = 'WAITING'")
                .param("state", state)
                .param("code", code)
                .param("now", Timestamp.from(clock.instant()))
                .param("letter", letter.id())
                .update();
    }

    private void again(Claimed letter, int code) {
        var wait = Duration.ofMinutes(Math.min(240, 1L << Math.min(letter.tries(), 10)));
        db.sql(
                        "update letter set next_at = :next, claimed_at = null, code = :code where id = :letter and state = 'WAITING'")
                .param("next", Timestamp.from(clock.instant().plus(wait)))
                .param("code", code)
                .param("letter", letter.id())
                .update();
    }

    private void bounced(Claimed letter, int code) {
        db.sql(
                        """
                        update mail_address set bounced_at = :now, bounce_code = :code
                         where account_id = (select account_id from letter where id = :letter and channel = 'MAIL') and bounced_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("code", code)
                .param("letter", letter.id())
                .update();
    }

    /** Nobody is there any more: the device goes, and what waits for it too. */
    private void unsubscribe(Claimed letter) {
        db.sql(
                        """
                        delete from push_subscription s using letter l
                         where l.id = :letter and s.account_id = l.account_id and s.id = l.subscription_id
                        """)
                .param("letter", letter.id())
                .update();
    }

    void sweep() {
        db.sql("delete from letter where ended_at < :before")
                .param("before", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
