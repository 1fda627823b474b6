package fr.preau.onde;

import static fr.preau.web.Wording.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whom a pupil's line is about: the national number in the académie, else names and birth date in
 * the school. Between several, nobody but the director chooses.
 */
record PupilMatch(
        Known.@Nullable Pupil pupil, List<Plan.Candidate> candidates, @Nullable Remark remark) {
    static PupilMatch of(
            Line line,
            @Nullable String ine,
            @Nullable LocalDate birth,
            SchoolIndex school,
            @Nullable String choice) {
        var numbered = ine == null ? null : school.byIne().get(ine);
        if (numbered != null) return numbered(line, birth, numbered);
        var alike = alike(line, birth, school.pupils());
        if (alike.isEmpty()) return new PupilMatch(null, List.of(), null);
        if (alike.size() == 1 && (ine == null || alike.getFirst().ine() == null))
            return new PupilMatch(alike.getFirst(), List.of(), null);
        return chosen(alike, school.known(), choice);
    }

    /**
     * The number of a pupil of another school only counts when everything else agrees: a wrong
     * number must not open another school's child.
     */
    private static PupilMatch numbered(Line line, @Nullable LocalDate birth, Known.Pupil pupil) {
        var agrees = pupil.names().sameAs(line.names()) && Objects.equals(pupil.birthDate(), birth);
        return pupil.here() || agrees && birth != null
                ? new PupilMatch(pupil, List.of(), null)
                : new PupilMatch(null, List.of(), Remark.blocking("ine"));
    }

    private static List<Known.Pupil> alike(
            Line line, @Nullable LocalDate birth, NameIndex<Known.Pupil> pupils) {
        return pupils.sameAs(line.names()).stream()
                .filter(pupil ->
                        birth == null
                                || pupil.birthDate() == null
                                || birth.equals(pupil.birthDate()))
                .toList();
    }

    private static PupilMatch chosen(
            List<Known.Pupil> alike, Known known, @Nullable String choice) {
        var candidates = new ArrayList<Plan.Candidate>();
        for (var pupil : alike)
            candidates.add(new Plan.Candidate(Long.toString(pupil.id()), label(pupil, known)));
        candidates.add(new Plan.Candidate(Plan.NEW, t("onde.candidate.pupil.new")));
        if (Plan.NEW.equals(choice)) return new PupilMatch(null, candidates, null);
        for (var pupil : alike)
            if (Long.toString(pupil.id()).equals(choice))
                return new PupilMatch(pupil, candidates, null);
        return new PupilMatch(null, candidates, Remark.blocking("namesakes"));
    }

    private static String label(Known.Pupil pupil, Known known) {
        var classes =
                pupil.seatsByClass().keySet().stream()
                        .map(known::classLabel)
                        .collect(Collectors.joining(", "));
        return t(
                "onde.candidate.pupil",
                pupil.name(),
                pupil.birthDate() == null ? "?" : PupilPage.day(pupil.birthDate()),
                classes.isEmpty() ? t("onde.no-class") : classes);
    }
}
