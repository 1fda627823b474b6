package fr.preau.onde;

import fr.preau.onde.Plan.Leaver;
import fr.preau.onde.Plan.Row;
import fr.preau.onde.Plan.Tie;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Works out the plan: the same lines, directory and choices always give the same one. Reads
 * nothing, writes nothing.
 */
final class Planner {
    private final Known known;
    private final boolean pupilsRead;
    private final boolean guardiansRead;

    private Planner(Known known, Set<Column> found) {
        this.known = known;
        this.pupilsRead = found.contains(Column.PUPIL_FIRST);
        this.guardiansRead = found.contains(Column.GUARDIAN_FIRST);
    }

    static Plan plan(List<Line> lines, Set<Column> found, Known known, Choices choices) {
        return new Planner(known, found).plan(lines, found, choices);
    }

    private Plan plan(List<Line> lines, Set<Column> found, Choices choices) {
        var pupilLines = lines.stream().filter(line -> line.kind().equals(Line.PUPIL)).toList();
        var school = SchoolIndex.of(known);
        var classes = new ClassPlan(pupilLines, known, choices);
        var pupils = new PupilPlan(found, school, classes, choices).rows(pupilLines);
        var children = new Children(pupils, classes, known, pupilsRead);
        var guardianPlan = new GuardianPlan(found, school, children, choices);
        var guardians = guardianPlan.rows(lines);
        var ended = ended(pupils, guardians, guardianPlan.saidTies());
        var leavers = new ArrayList<>(leavingPupils(pupils));
        leavers.addAll(leavingGuardians(guardians, living(pupils, leavers), ended));
        var rows = new ArrayList<>(pupils);
        rows.addAll(guardians);
        return new Plan(
                classes.rows(),
                List.copyOf(rows),
                List.copyOf(leavers),
                guardianPlan.newTies(),
                ended,
                removable());
    }

    private int removable() {
        return (int) known.pupils().stream().filter(Planner::mayLeave).count();
    }

    private static boolean mayLeave(Known.Pupil pupil) {
        return pupil.here() && !pupil.departed() && pupil.source().equals("ONDE");
    }

    private List<Leaver> leavingPupils(List<Row> rows) {
        if (!pupilsRead) return List.of();
        var present = present(rows);
        return known.pupils().stream()
                .filter(pupil -> mayLeave(pupil) && !present.contains(pupil.id()))
                .map(pupil ->
                        new Leaver(
                                pupil.id(),
                                Line.PUPIL,
                                pupil.name(),
                                pupil.seatsByClass().keySet().stream()
                                        .map(known::classLabel)
                                        .collect(Collectors.joining(", ")),
                                pupil.elsewhere()))
                .toList();
    }

    /** Those whom the lines are about, or may be about. */
    private static Set<Long> present(List<Row> rows) {
        var all = new HashSet<>(Plan.doubtful(rows));
        rows.forEach(row -> {
            if (row.person() != null) all.add(row.person());
        });
        return all;
    }

    /**
     * A pupil whom the two files name, with a guardian, loses the guardians that they no longer
     * name; never those whom the school itself has added.
     */
    private List<Tie> ended(List<Row> pupils, List<Row> guardians, List<Tie> said) {
        if (!pupilsRead || !guardiansRead) return List.of();
        var named = said.stream().map(Tie::pupil).collect(Collectors.toSet());
        var kept =
                said.stream().map(tie -> tie.pupil() + tie.guardian()).collect(Collectors.toSet());
        var doubtful = Plan.doubtful(guardians);
        var written =
                pupils.stream()
                        .filter(row -> row.person() != null && row.write() != null)
                        .map(row -> Plan.number(row.person()))
                        .filter(named::contains)
                        .collect(Collectors.toSet());
        var ended = new ArrayList<Tie>();
        for (var guardian : known.guardians()) {
            if (guardian.source().equals("LOCAL") || doubtful.contains(guardian.id())) continue;
            var ref = Plan.number(guardian.id());
            for (var child : guardian.childrenHere()) {
                var pupil = Plan.number(child);
                if (written.contains(pupil) && !kept.contains(pupil + ref))
                    ended.add(new Tie(pupil, ref, ""));
            }
        }
        return ended;
    }

    /** Pupils who are in the school once the import is done. */
    private Set<Long> living(List<Row> rows, List<Leaver> leavers) {
        var gone = leavers.stream().map(Leaver::person).collect(Collectors.toSet());
        var back =
                rows.stream()
                        .filter(row -> row.write() != null && row.person() != null)
                        .map(Row::person)
                        .collect(Collectors.toSet());
        return known.pupils().stream()
                .filter(p -> p.here() && !gone.contains(p.id()))
                .filter(p -> !p.departed() || back.contains(p.id()))
                .map(Known.Pupil::id)
                .collect(Collectors.toSet());
    }

    private List<Leaver> leavingGuardians(List<Row> rows, Set<Long> living, List<Tie> ended) {
        if (!pupilsRead) return List.of();
        var present = present(rows);
        var cut =
                ended.stream().map(tie -> tie.pupil() + tie.guardian()).collect(Collectors.toSet());
        return known.guardians().stream()
                .filter(g -> !g.isHeld() && !g.departed() && !g.elsewhere())
                .filter(g -> !present.contains(g.id()))
                .filter(g ->
                        g.childrenHere().stream()
                                .noneMatch(child ->
                                        living.contains(child)
                                                && !cut.contains(
                                                        Plan.number(child) + Plan.number(g.id()))))
                .map(g -> new Leaver(g.id(), Line.GUARDIAN, g.name(), "", false))
                .toList();
    }
}
