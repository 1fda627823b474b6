package fr.preau.notifications;

import fr.preau.web.Dates;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What a channel beside the bell has to tell now: to whom ({@code ap.account_id}), and what. */
final class Due {
    /** What is older is no news any more, e.g. after days without this work. */
    private static final Duration NEWS = Duration.ofDays(3);

    /** Of a week that was not told, the next one still tells. */
    private static final Duration NEWS_OF_WEEK = Duration.ofDays(15);

    /**
     * Evenings come at full hours: looked for in the first minutes of each; hours that were missed
     * are made up for in the next.
     */
    private static final int MINUTES = 15;

    static final String FROM =
            """
              from notification n
              join account_person ap on ap.person_id = n.person_id
              join account a on a.id = ap.account_id and a.state = 'ACTIVE'
              join notification_matter k on k.kind = n.kind
              join matter_cadence d on d.matter = k.matter and d.channel = :channel
              cross join letter_usual u
              left join letter_choice c on c.account_id = ap.account_id and c.matter = d.matter and c.channel = d.channel
              left join letter_hour h on h.account_id = ap.account_id
            """;

    /** What the direction says is urgent waits for no evening; who wants nothing gets nothing. */
    private static final String AT_ONCE =
            """
            (coalesce(c.cadence, d.cadence) = :kind
             or coalesce(c.cadence, d.cadence) <> 'NEVER' and n.kind = 'NOTE'
                and (n.school_id, n.subject_id) in (select t.school_id, t.id from note t where t.urgent and t.sent_at > :since))
            and n.deliver_at > :since and n.deliver_at <= :now
            and not (n.kind = 'REPLY' and exists (
                select 1 from notification e where e.school_id = n.school_id and e.person_id = n.person_id and e.kind = n.kind
                   and e.subject_id = n.subject_id and e.read_at is null and e.hidden_at is null and e.%s is not null))
            """;

    /**
     * Up to the hour that each has chosen, once it has come; what happens later waits for tomorrow.
     * On the day of the week that they have chosen, what they want once a week goes with it.
     */
    static final String EVENING =
            """
            (coalesce(c.cadence, d.cadence) = :kind and n.deliver_at > :since
             or coalesce(c.cadence, d.cadence) = 'WEEKLY' and n.deliver_at > :week and coalesce(h.day, u.day) = extract(isodow from :day::date))
            and coalesce(h.hour, u.hour) <= :hour
            and n.deliver_at <= (:day::date + coalesce(h.hour, u.hour) * interval '1 hour') at time zone 'Europe/Paris'
            and not exists (select 1 from letter l where l.account_id = ap.account_id and l.channel = d.channel and l.digest_on = :day::date)
            """;

    private Due() {}

    /** A family that answers a note of which somebody was just told is told with the next ones. */
    static String atOnce(Channel channel) {
        return AT_ONCE.formatted(channel == Channel.MAIL ? "letter_id" : "push_id");
    }

    static boolean isEvening(Instant now) {
        return now.atZone(Dates.SCHOOL_TIME).getMinute() < MINUTES;
    }

    /** {@code kind}: what leaves at once, or an evening's. */
    static StatementSpec asked(StatementSpec sql, Channel channel, Cadence kind, Instant now) {
        var here = now.atZone(Dates.SCHOOL_TIME);
        return sql.param("channel", channel.name())
                .param("kind", kind.name())
                .param("hour", LocalTime.from(here).getHour())
                .param(
                        "day",
                        kind == Cadence.DIGEST ? here.toLocalDate() : null,
                        java.sql.Types.DATE)
                .param("since", Timestamp.from(now.minus(NEWS)))
                .param("week", Timestamp.from(now.minus(NEWS_OF_WEEK)))
                .param("now", Timestamp.from(now));
    }
}
