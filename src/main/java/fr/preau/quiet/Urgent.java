package fr.preau.quiet;

import fr.preau.web.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What waits neither for the end of quiet hours nor for the letters of the evening: the direction
 * only, with a reason that is kept.
 */
@Component
public class Urgent {
    private static final int SHOWN = 30;

    private final JdbcClient db;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Urgent(JdbcClient db, ApplicationEventPublisher facts, Clock clock) {
        this.db = db;
        this.facts = facts;
        this.clock = clock;
    }

    public enum Verdict {
        ALLOWED,
        NOT_DIRECTOR,
        NO_REASON,
        TOO_LONG
    }

    /** One thing let through; {@code subject} as facts say it, e.g. {@code note 12}. */
    public record Row(String subject, String reason, Instant at, Instant wouldOpenAt, String by) {
        /** By day nothing is held; it did not wait for the letters of the evening either. */
        public boolean byDay() {
            return !wouldOpenAt.isAfter(at);
        }
    }

    public Verdict may(Actor actor, long school, String reason) {
        return QuietPolicy.mayDisturb(actor, school, reason);
    }

    /** Keeps the reason; the caller has asked {@link #may} and tells people at once. */
    public void letThrough(
            Actor actor, long school, String subject, String reason, Instant wouldOpenAt) {
        db.sql(
                        """
                        insert into quiet_override (school_id, subject, reason, at, would_open_at, by_person_id)
                        values (:school, :subject, :reason, :now, :opens, :person)
                        """)
                .param("school", school)
                .param("subject", subject)
                .param("reason", reason.strip())
                .param("now", Timestamp.from(clock.instant()))
                .param("opens", Timestamp.from(wouldOpenAt))
                .param("person", actor.person())
                .update();
        facts.publishEvent(
                new QuietFact.QuietHoursOverridden(
                        school, actor.account(), actor.person(), subject));
    }

    /** The latest first. */
    List<Row> of(long school, LocalDate since) {
        return db.sql(
                        """
                        select o.subject, o.reason, o.at, o.would_open_at, coalesce(p.first_name || ' ' || p.last_name, '—') as by
                          from quiet_override o left join person p on p.id = o.by_person_id
                         where o.school_id = :school and o.at >= :since order by o.at desc, o.id desc limit :shown
                        """)
                .param("school", school)
                .param("since", since)
                .param("shown", SHOWN)
                .query(Row.class)
                .list();
    }

    int count(long school, LocalDate since) {
        return db.sql(
                        "select count(*) from quiet_override where school_id = :school and at >= :since")
                .param("school", school)
                .param("since", since)
                .query(Integer.class)
                .single();
    }
}
