package fr.preau.familynotes;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The notes that a guardian has written, with what the school answered. */
public record SentPage(List<FamilyNote> notes, boolean first, @Nullable Long older)
        implements Page {
    /** {@code notes}: one more than a page when there are older ones. */
    static SentPage of(List<FamilyNote> notes, int page, long before) {
        var shown = notes.subList(0, Math.min(page, notes.size()));
        return new SentPage(shown, before == 0, notes.size() > page ? shown.getLast().id() : null);
    }

    @Override
    public String title() {
        return t("familynotes.sent.title");
    }

    @Override
    public String service() {
        return "liaison";
    }
}
