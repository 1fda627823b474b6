package fr.preau.onde;

import static fr.preau.web.Wording.t;

import fr.preau.onde.Plan.Candidate;
import fr.preau.onde.Plan.Question;
import fr.preau.onde.Plan.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pupils whom a guardian's line may name: those of the pupils' extract, and those whom the
 * school keeps. The extract gives no number: names, then the class between namesakes.
 */
final class Children {
    /** {@code ref}: the person's number, or the line that creates them. */
    record Child(String ref, Names names, Set<String> classes, boolean held, String label) {}

    /** Whom a child's cells are about; neither child nor remark: left aside on purpose. */
    record Found(@Nullable Child child, @Nullable Remark remark, @Nullable Question ask) {}

    private final NameIndex<Child> all;

    Children(List<Row> pupils, ClassPlan classes, Known known, boolean pupilsRead) {
        var ids = known.pupilsById();
        var read =
                pupils.stream()
                        .filter(row -> row.action() != Action.LEFT)
                        .map(row -> child(row, classes, ids))
                        .toList();
        var matched = read.stream().map(Child::ref).collect(Collectors.toSet());
        var kept =
                known.pupils().stream()
                        .filter(p -> p.here() && !p.departed() && (!pupilsRead || p.isHeld()))
                        .map(p -> child(p, known))
                        .filter(child -> !matched.contains(child.ref()));
        all = new NameIndex<>(Stream.concat(read.stream(), kept).toList(), Child::names);
    }

    private static Child child(Row row, ClassPlan classes, Map<Long, Known.Pupil> ids) {
        var line = row.line();
        var pupil = row.person() == null ? null : ids.get(row.person());
        var into = classes.of(line);
        return new Child(
                row.person() == null ? line.slot() : Plan.number(row.person()),
                Names.of(
                        line.firstName(),
                        line.lastName(),
                        line.usualName(),
                        pupil == null ? "" : pupil.lastName()),
                into == null ? Set.of() : labels(into),
                pupil != null && pupil.isHeld(),
                t(
                        "onde.candidate.child",
                        line.name(),
                        into == null ? t("onde.no-class") : into.label(),
                        line.line()));
    }

    private static Set<String> labels(Plan.ClassRow into) {
        return Stream.of(into.label(), into.schoolLabel())
                .map(Plain::of)
                .collect(Collectors.toSet());
    }

    private static Child child(Known.Pupil pupil, Known known) {
        var labels = pupil.seatsByClass().keySet().stream().map(known::classLabel).toList();
        return new Child(
                Plan.number(pupil.id()),
                pupil.names(),
                labels.stream().map(Plain::of).collect(Collectors.toSet()),
                pupil.isHeld(),
                pupil.name() + (labels.isEmpty() ? "" : ", " + String.join(", ", labels)));
    }

    Found find(Line cells, @Nullable String choice) {
        var alike = all.sameAs(cells.names());
        if (alike.isEmpty()) return new Found(null, Remark.warning("child", cells.name()), null);
        var label = Plain.of(cells.classLabel());
        var seated = alike.stream().filter(c -> c.classes().contains(label)).toList();
        if (seated.size() == 1) return new Found(seated.getFirst(), null, null);
        if (alike.size() == 1)
            return new Found(
                    alike.getFirst(),
                    label.isEmpty()
                            ? null
                            : Remark.warning("child-class", cells.name(), cells.classLabel()),
                    null);
        return chosen(cells, alike, choice);
    }

    private static Found chosen(Line cells, List<Child> alike, @Nullable String choice) {
        var candidates = new ArrayList<Candidate>();
        alike.forEach(child -> candidates.add(new Candidate(child.ref(), child.label())));
        candidates.add(new Candidate(Plan.SKIP, t("onde.candidate.child.skip")));
        var ask =
                new Question(cells.slot(), cells.name(), candidates, choice == null ? "" : choice);
        if (Plan.SKIP.equals(choice)) return new Found(null, null, ask);
        for (var child : alike) if (child.ref().equals(choice)) return new Found(child, null, ask);
        return new Found(null, Remark.blocking("child", cells.name()), ask);
    }
}
