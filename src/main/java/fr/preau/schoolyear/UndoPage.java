package fr.preau.schoolyear;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.LocalDate;
import java.util.List;

/** What going back to the year before will do, and what has changed since. */
public record UndoPage(Change change, List<Since> since, Problems problems, LocalDate today)
        implements Page {
    /**
     * What has changed since the change was applied: {@code kind} names the sentence that says it.
     */
    public record Since(String kind, String name) {}

    @Override
    public String title() {
        return t("year.undo.title", change.nameBefore());
    }

    @Override
    public String service() {
        return "agenda";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }
}
