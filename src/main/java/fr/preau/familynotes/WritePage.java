package fr.preau.familynotes;

import static fr.preau.web.Wording.t;

import fr.preau.web.Dates;
import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A note being written for one child; {@code draftFrom}: it was begun before. */
public record WritePage(
        List<Child> children,
        @Nullable Child child,
        FamilyNoteForm form,
        Problems problems,
        @Nullable Instant draftFrom,
        LocalDate today)
        implements Page {
    /** Of somebody whose children have left. */
    static WritePage ofNobody(LocalDate today) {
        return new WritePage(
                List.of(), null, FamilyNoteForm.empty(today), new Problems(), null, today);
    }

    /** « L’enseignant reprend la lecture le lundi 16 septembre. » */
    static String paused(Child child) {
        return child.reopensOn() == null
                ? ""
                : t("familynotes.paused.until", Dates.full(child.reopensOn()));
    }

    @Override
    public String title() {
        return child == null
                ? t("familynotes.write.nobody")
                : t("familynotes.write.title", child.firstName());
    }

    @Override
    public String service() {
        return "liaison";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    /** What this guardian may write for this child. */
    public List<Kind> kinds() {
        return Stream.of(Kind.values())
                .filter(kind -> kind != Kind.PICK_UP || child != null && child.signs())
                .toList();
    }

    /** What a family reads while its class is paused. */
    public String pausedUntil() {
        return child == null ? "" : paused(child);
    }
}
