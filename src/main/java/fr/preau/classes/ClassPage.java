package fr.preau.classes;

import static fr.preau.web.Wording.t;

import fr.preau.web.Dates;
import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class or a group: who sits in it, who teaches it, and a search for those of the school who
 * could come.
 */
public record ClassPage(
        SchoolClass schoolClass,
        List<Pupil> pupils,
        List<Teacher> teachers,
        List<String> stillGiven,
        String words,
        List<Found> found,
        @Nullable ClassChange change,
        Problems problems)
        implements Page {
    static final int FOUND = 12;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /**
     * A pupil of the class; {@code also}: where else they sit; {@code feed}: where ONDE still
     * places them against the school's choice.
     */
    public record Pupil(
            long id,
            String firstName,
            String lastName,
            @Nullable LocalDate birthDate,
            String level,
            @Nullable String also,
            @Nullable String feed) {
        public String name() {
            return firstName + " " + lastName;
        }

        public String born() {
            return written(birthDate);
        }
    }

    /** A pupil of the school who was looked for, with where they sit. */
    public record Found(
            long id,
            String name,
            String level,
            @Nullable String sits,
            boolean here,
            boolean hasClass) {}

    /** {@code begun}: in charge today, not from a later day. */
    public record Teacher(
            long schoolClass,
            long id,
            String name,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            boolean begun) {
        /** « à partir du lundi 16 septembre jusqu’au vendredi 20 septembre »; empty for ever. */
        public String dates() {
            var from = begun || startsOn == null ? "" : t("classes.from", Dates.full(startsOn));
            var until = endsOn == null ? "" : t("classes.until", Dates.full(endsOn));
            return (from + " " + until).strip();
        }
    }

    @Override
    public String title() {
        return schoolClass.label();
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public boolean isTaught() {
        return teachers.stream().anyMatch(Teacher::begun);
    }

    public boolean isSearched() {
        return words.length() > 1;
    }

    public List<Found> firstFound() {
        return found.stream().limit(FOUND).toList();
    }

    /** More answer than are shown. */
    public boolean isTooWide() {
        return found.size() > FOUND;
    }

    /** Pupils who sit here and whom ONDE places elsewhere. */
    public long differing() {
        return pupils.stream().filter(pupil -> pupil.feed() != null).count();
    }

    /** A date of birth as on paper, where it is known. */
    static String written(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }
}
