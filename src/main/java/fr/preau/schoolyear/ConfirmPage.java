package fr.preau.schoolyear;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.LocalDate;

/** What applying a rehearsal will do, exactly. */
public record ConfirmPage(
        Change change,
        Plan.Numbers numbers,
        YearPolicy.Ticks ticks,
        Problems problems,
        LocalDate today)
        implements Page {
    @Override
    public String title() {
        return t("year.confirm.title", change.name());
    }

    @Override
    public String service() {
        return "agenda";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public boolean isEarly() {
        return YearPolicy.isEarly(change.year(), today);
    }

    public boolean tickedUnplaced() {
        return ticks.unplaced();
    }

    public boolean tickedEarly() {
        return ticks.early();
    }
}
