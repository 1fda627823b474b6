package fr.preau.onde;

import static fr.preau.web.Wording.t;

import fr.preau.onde.Plan.Candidate;
import fr.preau.onde.Plan.Question;
import fr.preau.onde.Plan.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of each line of the pupils' extract. */
final class PupilPlan {
    private final Set<Column> found;
    private final SchoolIndex school;
    private final Known known;
    private final ClassPlan classes;
    private final Choices choices;

    /** Who is already taken by an earlier line: two lines are never the same pupil. */
    private final Map<String, Line> taken = new HashMap<>();

    PupilPlan(Set<Column> found, SchoolIndex school, ClassPlan classes, Choices choices) {
        this.found = found;
        this.school = school;
        this.known = school.known();
        this.classes = classes;
        this.choices = choices;
    }

    List<Row> rows(List<Line> lines) {
        return lines.stream().map(this::row).toList();
    }

    private Row row(Line line) {
        var remarks = new ArrayList<Remark>();
        var choice = choices.of(line.slot());
        Checks.names(line, Column.PUPIL_LAST, Column.PUPIL_FIRST, remarks);
        var birth = Checks.birth(line, remarks);
        var ine = Checks.ine(line, remarks);
        var match = PupilMatch.of(line, ine, birth, school, choice);
        if (match.remark() != null) remarks.add(match.remark());
        else twice(line, ine, birth, match.pupil(), remarks);
        var stops = remarks.stream().anyMatch(r -> r.weight() == Remark.Weight.BLOCKING);
        if (Plan.SKIP.equals(choice)) return skipped(line, match, stops);
        var asks = asks(line, match.candidates(), choice, stops);
        if (stops) return left(line, match, remarks, asks);
        var pupil = match.pupil();
        return pupil != null && pupil.isHeld()
                ? held(line, birth, pupil, remarks, asks)
                : written(line, birth, ine, pupil, remarks, asks);
    }

    private void twice(
            Line line,
            @Nullable String ine,
            @Nullable LocalDate birth,
            Known.@Nullable Pupil pupil,
            List<Remark> remarks) {
        var who =
                pupil != null
                        ? Plan.number(pupil.id())
                        : ine != null
                                ? ine
                                : Plain.of(line.firstName())
                                        + " "
                                        + Plain.of(line.surname())
                                        + " "
                                        + birth;
        var earlier = taken.putIfAbsent(who, line);
        if (earlier != null) remarks.add(Remark.blocking("twice", earlier.line()));
    }

    private static Row left(
            Line line, PupilMatch match, List<Remark> remarks, List<Question> asks) {
        var pupil = match.pupil();
        return new Row(
                line,
                Action.LEFT,
                pupil == null ? null : pupil.id(),
                List.of(),
                remarks,
                asks,
                null,
                null);
    }

    private static Row skipped(Line line, PupilMatch match, boolean stops) {
        return left(
                line,
                match,
                List.of(Remark.note("skipped")),
                asks(line, match.candidates(), Plan.SKIP, stops));
    }

    /**
     * A line that stops may always be left aside, so that one line does not keep all the others.
     */
    private static List<Question> asks(
            Line line, List<Candidate> candidates, @Nullable String choice, boolean stops) {
        if (candidates.isEmpty() && !stops) return List.of();
        var all = new ArrayList<>(candidates);
        all.add(new Candidate(Plan.SKIP, t("onde.candidate.skip")));
        return List.of(new Question(line.slot(), line.name(), all, choice == null ? "" : choice));
    }

    private Row held(
            Line line,
            @Nullable LocalDate birth,
            Known.Pupil pupil,
            List<Remark> remarks,
            List<Question> asks) {
        if (!pupil.here()) return joining(line, pupil, remarks, asks);
        var differs = new HeldPupil(found, classes.of(line)).differences(line, birth, pupil);
        if (pupil.departed()) remarks.add(Remark.warning("held-departed"));
        else if (!differs.isEmpty())
            remarks.add(Remark.note("held-differs", String.join(", ", differs)));
        return new Row(line, Action.HELD, pupil.id(), List.of(), remarks, asks, null, null);
    }

    /** The feed still has the pupil in another school: here a place is made, nothing else. */
    private Row joining(Line line, Known.Pupil pupil, List<Remark> remarks, List<Question> asks) {
        remarks.add(Remark.note("held-joins"));
        var changes = new Changes(found);
        changes.add(t("onde.change.joins"));
        var seat = new SeatPlan(found, known, classes.of(line)).of(line, pupil, changes, remarks);
        return new Row(
                line, Action.CHANGED, pupil.id(), changes.words(), remarks, asks, null, seat);
    }

    private Row written(
            Line line,
            @Nullable LocalDate birth,
            @Nullable String ine,
            Known.@Nullable Pupil pupil,
            List<Remark> remarks,
            List<Question> asks) {
        var changes = new Changes(found);
        if (pupil != null && pupil.departed()) changes.add(t("onde.change.returns"));
        if (pupil != null && !pupil.here()) changes.add(t("onde.change.joins"));
        var write = Written.pupil(line, birth, ine, pupil, changes);
        var seat = new SeatPlan(found, known, classes.of(line)).of(line, pupil, changes, remarks);
        var action =
                pupil == null
                        ? Action.CREATED
                        : changes.words().isEmpty() ? Action.UNCHANGED : Action.CHANGED;
        return new Row(
                line,
                action,
                pupil == null ? null : pupil.id(),
                pupil == null ? List.of() : changes.words(),
                remarks,
                asks,
                write,
                seat);
    }
}
