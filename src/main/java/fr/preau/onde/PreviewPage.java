package fr.preau.onde;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an import will do, line by line, before anything is done. */
public record PreviewPage(Upload upload, Plan plan, String show, int from) implements Page {
    private static final int AT_ONCE = 50;

    /** A slice of the lines: those to correct, those to check, those created… */
    public record Filter(String show, String label) {}

    @Override
    public String title() {
        return t("onde.preview.title");
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public String width() {
        return "wide";
    }

    /** What is shown when nothing is asked for: what needs somebody. */
    public String shown() {
        if (filters().stream().anyMatch(filter -> filter.show().equals(show))) return show;
        if (plan.isStopped()) return "stopped";
        return plan.rows().stream().anyMatch(Plan.Row::warns) ? "warned" : "all";
    }

    public List<Filter> filters() {
        return Stream.of(
                        "stopped",
                        "warned",
                        "created",
                        "changed",
                        "removed",
                        "held",
                        "unchanged",
                        "left",
                        "all")
                .filter(name -> name.equals("all") || size(name) > 0)
                .map(name -> new Filter(name, t("onde.filter." + name, size(name))))
                .toList();
    }

    private int size(String filter) {
        return filter.equals("removed") ? plan.leavers().size() : plan.shown(filter).size();
    }

    public List<Plan.Row> rows() {
        return plan.shown(shown()).stream().skip(from).limit(AT_ONCE).toList();
    }

    public List<Plan.Leaver> leavers() {
        return shown().equals("removed")
                ? plan.leavers().stream().skip(from).limit(AT_ONCE).toList()
                : List.of();
    }

    public @Nullable String next() {
        return size(shown()) > from + AT_ONCE
                ? upload.path() + "?show=" + shown() + "&from=" + (from + AT_ONCE) + "#lines"
                : null;
    }

    public List<Tally> tallies() {
        return Tally.of(plan::count);
    }

    public List<Known.SchoolClass> schoolClasses() {
        return Json.classes(upload.classes());
    }

    public String pupils(Plan.ClassRow row) {
        return count("onde.classes.pupils", row.pupils());
    }

    public String stoppedSentence() {
        return count("onde.preview.stopped", plan.stopped().size());
    }

    public boolean asks() {
        return rows().stream().anyMatch(row -> !row.asks().isEmpty());
    }
}
