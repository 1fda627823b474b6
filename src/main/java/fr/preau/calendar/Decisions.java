package fr.preau.calendar;

import fr.preau.calendar.SchoolCalendar.Hours;
import fr.preau.calendar.SchoolCalendar.Slot;
import fr.preau.web.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a school decides: its week, its closures, its added days. */
@Component
class Decisions {
    private final JdbcClient db;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Decisions(JdbcClient db, ApplicationEventPublisher facts, Clock clock) {
        this.db = db;
        this.facts = facts;
        this.clock = clock;
    }

    /** The week from this day on; a week said before for the same day is replaced. */
    void setWeek(Actor actor, long school, LocalDate from, Map<Slot, Hours> week) {
        db.sql("delete from school_week where school_id = :school and valid_from = :from")
                .param("school", school)
                .param("from", from)
                .update();
        var slots = week.keySet().stream().toList();
        db.sql(
                        """
                        insert into school_week (school_id, valid_from, weekday, half, opens, closes)
                        select :school, :from, d, h, o::time, c::time from unnest(:days, :halves, :opens, :closes) w (d, h, o, c)
                        """)
                .param("school", school)
                .param("from", from)
                .param("days", slots.stream().mapToInt(slot -> slot.day().getValue()).toArray())
                .param(
                        "halves",
                        slots.stream().map(slot -> slot.half().name()).toArray(String[]::new))
                .param(
                        "opens",
                        slots.stream()
                                .map(slot -> week.get(slot).opens().toString())
                                .toArray(String[]::new))
                .param(
                        "closes",
                        slots.stream()
                                .map(slot -> week.get(slot).closes().toString())
                                .toArray(String[]::new))
                .update();
        facts.publishEvent(
                new CalendarFact.SchoolWeekChanged(
                        school, actor.account(), actor.person(), from, clock.instant()));
    }

    void add(Actor actor, long school, SchoolCalendar.Decision decision) {
        var id =
                db.sql(
                                """
                                insert into school_decision (school_id, kind, from_on, from_half, to_on, to_half, reason)
                                values (:school, :kind, :from, :fromHalf, :to, :toHalf, :reason) returning id
                                """)
                        .param("school", school)
                        .param("kind", decision.closed() ? "CLOSED" : "WORKING")
                        .param("from", decision.fromOn())
                        .param("fromHalf", decision.fromHalf().name())
                        .param("to", decision.toOn())
                        .param("toHalf", decision.toHalf().name())
                        .param("reason", decision.reason())
                        .query(Long.class)
                        .single();
        facts.publishEvent(
                new CalendarFact.SchoolDaysDecided(
                        school,
                        actor.account(),
                        actor.person(),
                        id,
                        decision.closed(),
                        decision.fromOn(),
                        decision.toOn()));
    }

    /** False when there is no such decision in this school. */
    boolean remove(Actor actor, long school, long decision) {
        var gone =
                db.sql("delete from school_decision where school_id = :school and id = :id")
                        .param("school", school)
                        .param("id", decision)
                        .update();
        if (gone > 0)
            facts.publishEvent(
                    new CalendarFact.SchoolDaysRestored(
                            school, actor.account(), actor.person(), decision));
        return gone > 0;
    }
}
