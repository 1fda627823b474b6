package fr.preau.liaison;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.directory.Picker;
import fr.preau.storage.StoredFile;
import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A note being written; {@code heldUntil}: when families would be told, in quiet hours. */
public record ComposePage(
        NoteForm form,
        ChoicesForm choices,
        UrgentForm urgent,
        Picker picker,
        Problems problems,
        @Nullable Instant draftFrom,
        LocalDate today,
        @Nullable StoredFile voice,
        @Nullable Instant heldUntil,
        boolean mayDisturb)
        implements Page {
    /** Here one may speak instead of writing. */
    @Override
    public boolean records() {
        return true;
    }

    /** How the form calls the recording that was brought. */
    public String voiceCalled() {
        return voice == null ? "" : voice.called();
    }

    @Override
    public String title() {
        return t("liaison.compose.title");
    }

    @Override
    public String service() {
        return "liaison";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public String submit() {
        return picker.total() == 0
                ? t("liaison.compose.send")
                : count("liaison.compose.send", picker.total());
    }

    public LocalDate lastDay() {
        return today.plusYears(1);
    }
}
