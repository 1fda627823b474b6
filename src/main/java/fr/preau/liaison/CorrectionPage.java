package fr.preau.liaison;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A sent note being corrected. */
public record CorrectionPage(
        Note note,
        NoteForm form,
        boolean again,
        Problems problems,
        @Nullable Instant draftFrom,
        LocalDate today)
        implements Page {
    @Override
    public String title() {
        return t("liaison.correct.title");
    }

    @Override
    public String service() {
        return "liaison";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }
}
