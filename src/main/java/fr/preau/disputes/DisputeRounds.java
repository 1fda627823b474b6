package fr.preau.disputes;

import fr.preau.agreements.Agreement;
import fr.preau.agreements.Agreements;
import fr.preau.agreements.State;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.disputes.Disputes.Entry;
import fr.preau.jobs.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Time passes: a convention ends on its day after the second letter, or on that of this work when
 * it comes later, and a day that is near is told once. One procedure after the other, each for
 * itself.
 */
@Component
class DisputeRounds implements RecurringWork {
    private static final Logger LOG = LoggerFactory.getLogger(DisputeRounds.class);
    private static final int AT_ONCE = 200;

    private final JdbcClient db;
    private final Walls walls;
    private final Disputes disputes;
    private final Agreements agreements;
    private final Rules rules;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    DisputeRounds(
            JdbcClient db,
            Walls walls,
            Disputes disputes,
            Agreements agreements,
            Rules rules,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.db = db;
        this.walls = walls;
        this.disputes = disputes;
        this.agreements = agreements;
        this.rules = rules;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "dispute-rounds";
    }

    /** Soon after midnight, whenever the node was started. */
    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public void run() {
        var last = 0L;
        for (var some = after(last); !some.isEmpty(); some = after(last)) {
            some.forEach(this::look);
            last = some.getLast().id();
        }
    }

    private List<Dispute> after(long last) {
        return walls.as(Wall.JOB, () -> disputes.runningAfter(last, AT_ONCE));
    }

    /** One that fails keeps none of the others from their day. */
    private void look(Dispute dispute) {
        try {
            walls.as(Wall.JOB, () -> lookAt(dispute));
        } catch (RuntimeException e) {
            LOG.error("dispute {} could not be looked at", dispute.id(), e);
        }
    }

    private void lookAt(Dispute dispute) {
        disputes.lock(dispute);
        var today = LocalDate.now(clock);
        var agreement = agreements.find(dispute.agreementId()).orElseThrow();
        var course =
                new Course(
                        dispute,
                        disputes.steps(dispute.id()),
                        Course.Convention.of(agreement, today));
        if (course.isClosed()) return;
        terminate(course, agreement, today);
        remind(course, today);
    }

    private void terminate(Course course, Agreement agreement, LocalDate today) {
        if (agreement.state() != State.SIGNED) return;
        var day = course.endsNow(today);
        if (day.isEmpty() || !agreements.terminate(agreement, day.get())) return;
        var dispute = course.dispute();
        var step = disputes.add(dispute, Entry.of(StepKind.TERMINATED, null, day.get()));
        facts.publishEvent(
                new DisputeFact.DisputeStepEntered(
                        dispute.id(), step, StepKind.TERMINATED, null, null));
    }

    private void remind(Course course, LocalDate today) {
        var near = today.plusDays(rules.today(Rules.Rule.REMIND_DAYS));
        for (var deadline : course.awaited(today))
            if (!deadline.day().isAfter(near) && isNew(course.dispute(), deadline))
                facts.publishEvent(
                        new DisputeFact.DisputeDeadlineNear(
                                course.dispute().id(), deadline.kind(), deadline.day()));
    }

    private boolean isNew(Dispute dispute, Deadline deadline) {
        return db.sql(
                                "insert into dispute_reminder (dispute_id, deadline, due_on) values (:dispute, :deadline, :day) on conflict do nothing")
                        .param("dispute", dispute.id())
                        .param("deadline", deadline.kind().name())
                        .param("day", deadline.day())
                        .update()
                > 0;
    }
}
