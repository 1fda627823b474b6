package fr.preau.familynotes;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import org.jspecify.annotations.Nullable;

/**
 * One note: read by its author, read and answered by the school; {@code typed}: an answer being
 * written.
 */
public record FamilyNotePage(
        FamilyNote note, boolean school, @Nullable String typed, Problems problems)
        implements Page {
    static FamilyNotePage ofAuthor(FamilyNote note, Problems problems) {
        return new FamilyNotePage(note, false, null, problems);
    }

    static FamilyNotePage ofSchool(FamilyNote note, @Nullable String typed, Problems problems) {
        return new FamilyNotePage(note, true, typed, problems);
    }

    @Override
    public String title() {
        return note.kind().label();
    }

    @Override
    public String service() {
        return "liaison";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public boolean recalls() {
        return !school && FamilyNotePolicy.mayRecall(note) == FamilyNotePolicy.Recalling.ALLOWED;
    }

    /** What stands in the form. */
    public String words() {
        if (typed != null) return typed;
        return note.answerWords() == null ? "" : note.answerWords();
    }
}
