package fr.preau.familynotes;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** « Mots des familles »: first what waits for an answer, then the rest. */
public record ReceivedPage(
        List<FamilyNote> waiting,
        List<FamilyNote> answered,
        boolean first,
        @Nullable Long older,
        List<PausesPage.ClassRow> classes)
        implements Page {
    /** {@code answered}: one more than a page when there are older ones. */
    static ReceivedPage of(
            List<FamilyNote> waiting,
            List<FamilyNote> answered,
            int page,
            long before,
            List<PausesPage.ClassRow> classes) {
        var shown = answered.subList(0, Math.min(page, answered.size()));
        return new ReceivedPage(
                waiting,
                shown,
                before == 0,
                answered.size() > page ? shown.getLast().id() : null,
                classes);
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
        return count("familynotes.waiting", waiting.size());
    }

    public List<PausesPage.ClassRow> paused() {
        return classes.stream().filter(PausesPage.ClassRow::isPaused).toList();
    }
}
