package fr.preau.schoolyear;

import fr.preau.web.Actor;
import fr.preau.web.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Opening a rehearsal, finding the one that is open, showing it and giving it up. */
@Component
class Rehearsals {
    private final Changes changes;
    private final SchoolYears years;
    private final Proposal proposal;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Rehearsals(
            Changes changes,
            SchoolYears years,
            Proposal proposal,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.changes = changes;
        this.years = years;
        this.proposal = proposal;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * A change undone for the same year is taken up again with its plan; otherwise everything is
     * proposed anew.
     */
    YearPolicy.Opening open(Actor actor, long school) {
        var last = changes.lastLocked(school).orElse(null);
        var verdict = YearPolicy.mayOpen(last, LocalDate.now(clock));
        if (verdict != YearPolicy.Opening.ALLOWED) return verdict;
        var year = years.current(school) + 1;
        if (mayResume(last, year)) changes.resume(last);
        else if (!changes.open(actor, school, year)) return YearPolicy.Opening.ALREADY_OPEN;
        else proposal.make(changes.lastLocked(school).orElseThrow());
        facts.publishEvent(
                new YearFact.YearRehearsed(
                        school, year, actor.account(), actor.person(), clock.instant()));
        return verdict;
    }

    static boolean mayResume(@Nullable Change last, int year) {
        return last != null && last.state() == Change.State.UNDONE && last.year() == year;
    }

    /**
     * The open rehearsal of a school that the actor administers, locked, with whoever has arrived
     * since.
     */
    Change of(Actor actor, @Nullable Long asked) {
        var change =
                changes.lastLocked(SchoolYears.administeredBy(actor, asked))
                        .filter(one -> one.state() == Change.State.REHEARSAL)
                        .orElseThrow(NotFound::new);
        proposal.place(change);
        return change;
    }

    void show(Actor actor, Change change, Change.Shown to) {
        changes.show(change, to);
        facts.publishEvent(
                new YearFact.YearShown(
                        change.school(),
                        change.year(),
                        actor.account(),
                        actor.person(),
                        to.name(),
                        clock.instant()));
    }

    void abandon(Actor actor, Change change) {
        changes.abandon(change);
        facts.publishEvent(
                new YearFact.YearAbandoned(
                        change.school(),
                        change.year(),
                        actor.account(),
                        actor.person(),
                        clock.instant()));
    }
}
