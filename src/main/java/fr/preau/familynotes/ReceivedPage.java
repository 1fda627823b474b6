package fr.preau.familynotes;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** « Mots des familles »: first what waits for an answer, then what is answered or over. */
public record ReceivedPage(
        Waiting queue,
        List<FamilyNote> done,
        boolean first,
        @Nullable Long older,
        List<PausesPage.ClassRow> classes)
        implements Page {
    /** Those shown of all that wait, and how many have their turn after them. */
    public record Waiting(List<FamilyNote> shown, int all, int left) {}

    /** {@code done}: one more than a page when there are older ones. */
    static ReceivedPage of(
            Waiting queue,
            List<FamilyNote> done,
            int page,
            boolean first,
            List<PausesPage.ClassRow> classes) {
        var shown = done.subList(0, Math.min(page, done.size()));
        return new ReceivedPage(
                queue, shown, first, done.size() > page ? shown.getLast().id() : null, classes);
    }

    @Override
    public String title() {
        return t("familynotes.received.title");
    }

    @Override
    public String service() {
        return "liaison";
    }

    public String lead() {
        return count("familynotes.waiting", queue.all());
    }

    public List<FamilyNote> waiting() {
        return queue.shown();
    }

    /** « 12 autres mots attendent »; empty when there are none. */
    public String more() {
        return queue.left() == 0 ? "" : count("familynotes.more", queue.left());
    }

    /** The note after which they come. */
    public long last() {
        return queue.shown().getLast().id();
    }

    public List<PausesPage.ClassRow> paused() {
        return classes.stream().filter(PausesPage.ClassRow::isPaused).toList();
    }
}
