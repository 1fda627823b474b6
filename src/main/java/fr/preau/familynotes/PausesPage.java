package fr.preau.familynotes;

import static fr.preau.web.Wording.t;

import fr.preau.web.Dates;
import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each class, read or waiting. */
public record PausesPage(List<ClassRow> classes, @Nullable Typed typed, Problems problems)
        implements Page {
    /** {@code reopensOn}: it waits until that day. */
    public record ClassRow(
            long school,
            long id,
            String label,
            @Nullable LocalDate reopensOn,
            @Nullable String sentence) {
        public boolean isPaused() {
            return reopensOn != null;
        }

        /** « CP A : la lecture reprend le lundi 16 septembre. » */
        public String words() {
            return reopensOn == null
                    ? label
                    : t("familynotes.pause.until", label, Dates.full(reopensOn));
        }
    }

    /** What was typed for one class and could not be kept. */
    public record Typed(long schoolClass, String reopens, String sentence) {}

    @Override
    public String title() {
        return t("familynotes.pause.title");
    }

    @Override
    public String service() {
        return "liaison";
    }

    @Override
    public String width() {
        return "narrow";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public String reopens(ClassRow row) {
        if (typed != null && typed.schoolClass() == row.id()) return typed.reopens();
        return row.reopensOn() == null ? "" : row.reopensOn().toString();
    }

    public String sentence(ClassRow row) {
        if (typed != null && typed.schoolClass() == row.id()) return typed.sentence();
        return row.sentence() == null ? "" : row.sentence();
    }
}
