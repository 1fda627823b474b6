package fr.preau.schoolyear;

import fr.preau.web.Actor;
import fr.preau.web.Problems;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gathers what the page of the year shows. */
@Component
class YearScreen {
    private final SchoolYears years;
    private final Changes changes;
    private final Plans plans;
    private final Proposal proposal;
    private final Past past;
    private final Clock clock;

    YearScreen(
            SchoolYears years,
            Changes changes,
            Plans plans,
            Proposal proposal,
            Past past,
            Clock clock) {
        this.years = years;
        this.changes = changes;
        this.plans = plans;
        this.proposal = proposal;
        this.past = past;
        this.clock = clock;
    }

    YearPage of(Actor actor, long school, MoveForm form, Problems problems) {
        var last = changes.last(school).orElse(null);
        var schools = years.administeredBy(actor);
        if (last == null || last.state() != Change.State.REHEARSAL)
            return YearPage.calm(
                    schools,
                    school,
                    last,
                    years.current(school),
                    past.yearsOf(school),
                    LocalDate.now(clock));
        proposal.place(last);
        return rehearsal(schools, last, form, problems);
    }

    private YearPage rehearsal(
            List<YearPage.School> schools, Change change, MoveForm form, Problems problems) {
        return YearPage.rehearsal(
                schools,
                change,
                plans.of(change),
                plans.levels(),
                form,
                problems,
                LocalDate.now(clock));
    }
}
