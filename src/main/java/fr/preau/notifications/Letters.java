package fr.preau.notifications;

import fr.preau.mail.Outcome;
import fr.preau.web.Dates;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of letters: gathered from the notifications that are due, claimed by a node, ended. A
 * notification goes into one letter at most, an account has one evening letter a day: done twice,
 * nothing happens twice. Called behind {@code Wall.JOB}.
 */
@Component
class Letters {
    /** What is older is no news any more, e.g. after days without this work. */
    private static final Duration NEWS = Duration.ofDays(3);

    /** Somebody else may take over a letter that a node has held for so long. */
    private static final Duration CLAIM = Duration.ofMinutes(15);

    private static final Duration KEPT = Duration.ofDays(30);

    /**
     * Evening letters become due at full hours: looked for in the first minutes of each; hours that
     * were missed are made up for in the next.
     */
    private static final int MINUTES = 15;

    /** Two minutes, four, eight… four hours at most: about a day in all. */
    private static final int TRIES = 13;

    private static final String DUE =
            """
            with due as (
                select n.school_id, n.id, ap.account_id
                  from notification n
                  join account_person ap on ap.person_id = n.person_id
                  join account a on a.id = ap.account_id and a.state = 'ACTIVE'
                  join mail_address m on m.account_id = ap.account_id and m.bounced_at is null
                  join notification_matter k on k.kind = n.kind
                  join matter_cadence d on d.matter = k.matter and d.channel = 'MAIL'
                  left join letter_choice c on c.account_id = ap.account_id and c.matter = d.matter and c.channel = d.channel
                  left join letter_hour h on h.account_id = ap.account_id
                 where n.letter_id is null and n.deliver_at > :since and coalesce(c.cadence, d.cadence) = :kind and
            """
                    + Notifications.UNREAD;

    private static final String INTO_LETTERS =
            """
            ), made as (
                insert into letter (account_id, kind, digest_on, made_at, next_at)
                select distinct account_id, :kind, cast(:day as date), :now::timestamptz, :now::timestamptz from due on conflict (account_id, digest_on) do nothing
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
            String letterKind,
            long school,
            long notification,
            String child,
            String title) {}

    /** One node at a time looks for what is due. */
    void gather() {
        db.sql("select pg_advisory_xact_lock(7261741)").query((row, n) -> n).single();
        var now = clock.instant();
        gatherNow(now);
        if (now.atZone(Dates.SCHOOL_TIME).getMinute() < MINUTES) gatherEvening(now);
    }

    private void gatherNow(Instant now) {
        db.sql(DUE + "and n.deliver_at <= :now and n.deliver_at >= m.confirmed_at" + INTO_LETTERS)
                .param("kind", Cadence.IMMEDIATE.name())
                .param("day", null, java.sql.Types.DATE)
                .param("since", Timestamp.from(now.minus(NEWS)))
                .param("now", Timestamp.from(now))
                .update();
    }

    /**
     * Up to the hour that each has chosen, once it has come; what happens later waits for tomorrow.
     */
    private void gatherEvening(Instant now) {
        var here = now.atZone(Dates.SCHOOL_TIME);
        db.sql(
                        DUE
                                + """
                                and coalesce(h.hour, :usual) <= :hour
                                and n.deliver_at <= (:day::date + coalesce(h.hour, :usual) * interval '1 hour') at time zone 'Europe/Paris'
                                and not exists (select 1 from letter l where l.account_id = ap.account_id and l.digest_on = :day::date)
                                """
                                + INTO_LETTERS)
                .param("kind", Cadence.DIGEST.name())
                .param("usual", Choices.USUAL_HOUR)
                .param("hour", LocalTime.from(here).getHour())
                .param("day", here.toLocalDate())
                .param("since", Timestamp.from(now.minus(NEWS)))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The next letters, for this node alone for a while. */
    List<Claimed> claim(int atMost) {
        var now = clock.instant();
        return db.sql(
                        """
                        update letter set claimed_at = :now, tries = tries + 1
                         where id in (select id from letter
                                       where state = 'WAITING' and next_at <= :now and (claimed_at is null or claimed_at < :stale)
                                       order by next_at, id limit :most for update skip locked)
                        returning id, tries
                        """)
                .param("now", Timestamp.from(now))
                .param("stale", Timestamp.from(now.minus(CLAIM)))
                .param("most", atMost)
                .query(Claimed.class)
                .list();
    }

    /** What these letters tell as of now: what was read meanwhile needs no letter any more. */
    List<Item> itemsOf(List<Claimed> letters) {
        return db.sql(
                        """
                        select l.id as letter, m.email, n.kind, l.kind as letter_kind, n.school_id as school, n.id as notification,
                               coalesce(p.first_name, '') as child, coalesce(t.title, '') as title
                          from letter l
                          join mail_address m on m.account_id = l.account_id and m.bounced_at is null
                          join notification n on n.letter_id = l.id and %s
                          left join person p on p.id = n.pupil_id
                          left join note t on n.kind not like 'MESSAGE%%' and t.school_id = n.school_id and t.id = n.subject_id and n.pupil_id is not null
                         where l.id = any (:letters)
                         order by l.id, p.birth_date nulls last, p.id nulls last, n.deliver_at, n.id
                        """
                                .formatted(Notifications.UNREAD))
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
                         where account_id = (select account_id from letter where id = :letter) and bounced_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("code", code)
                .param("letter", letter.id())
                .update();
    }

    void sweep() {
        db.sql("delete from letter where ended_at < :before")
                .param("before", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
