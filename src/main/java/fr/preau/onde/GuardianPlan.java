package fr.preau.onde;

import static fr.preau.web.Wording.t;

import fr.preau.onde.Plan.Candidate;
import fr.preau.onde.Plan.Question;
import fr.preau.onde.Plan.Row;
import fr.preau.onde.Plan.Tie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What becomes of each line of the guardians' extract, and of the ties that it says. */
final class GuardianPlan {
    private final Set<Column> found;
    private final SchoolIndex school;
    private final Children children;
    private final Choices choices;
    private final Map<String, Line> taken = new HashMap<>();
    private final List<Tie> said = new ArrayList<>();
    private final List<Tie> born = new ArrayList<>();

    GuardianPlan(Set<Column> found, SchoolIndex school, Children children, Choices choices) {
        this.found = found;
        this.school = school;
        this.children = children;
        this.choices = choices;
    }

    /** The ties that the lines say, those that exist already included. */
    List<Tie> saidTies() {
        return said;
    }

    List<Tie> newTies() {
        return born;
    }

    List<Row> rows(List<Line> lines) {
        var byLine =
                lines.stream()
                        .filter(line -> line.kind().equals(Line.CHILD))
                        .collect(Collectors.groupingBy(Line::line));
        return lines.stream()
                .filter(line -> line.kind().equals(Line.GUARDIAN))
                .map(line -> row(line, byLine.getOrDefault(line.line(), List.of())))
                .toList();
    }

    private Row row(Line line, List<Line> cells) {
        var remarks = new ArrayList<Remark>();
        var asks = new ArrayList<Question>();
        Checks.names(line, Column.GUARDIAN_LAST, Column.GUARDIAN_FIRST, remarks);
        var named = named(cells, remarks, asks);
        var choice = choices.of(line.slot());
        var match = GuardianMatch.of(line, numbers(named), school, choice);
        if (match.remark() != null) remarks.add(match.remark());
        twice(line, named, match.guardian(), remarks);
        var stops = remarks.stream().anyMatch(r -> r.weight() == Remark.Weight.BLOCKING);
        if (stops || !match.candidates().isEmpty() || Plan.SKIP.equals(choice))
            asks.add(question(line, match.candidates(), choice));
        if (Plan.SKIP.equals(choice))
            return left(line, match, List.of(Remark.note("skipped")), asks);
        if (stops) return left(line, match, remarks, asks);
        if (named.isEmpty()) {
            if (remarks.isEmpty()) remarks.add(Remark.warning("childless"));
            return left(line, match, remarks, asks);
        }
        return planned(line, named, match.guardian(), remarks, asks);
    }

    private List<Children.Child> named(
            List<Line> cells, List<Remark> remarks, List<Question> asks) {
        var named = new ArrayList<Children.Child>();
        for (var cell : cells) {
            var child = children.find(cell, choices.of(cell.slot()));
            if (child.remark() != null) remarks.add(child.remark());
            if (child.ask() != null) asks.add(child.ask());
            if (child.child() != null && !named.contains(child.child())) named.add(child.child());
        }
        return named;
    }

    private static Set<Long> numbers(List<Children.Child> named) {
        return named.stream()
                .map(Children.Child::ref)
                .filter(ref -> ref.startsWith("#"))
                .map(ref -> Long.valueOf(ref.substring(1)))
                .collect(Collectors.toSet());
    }

    private void twice(
            Line line,
            List<Children.Child> named,
            Known.@Nullable Guardian guardian,
            List<Remark> remarks) {
        if (guardian != null) {
            note(Plan.number(guardian.id()), line, remarks);
            return;
        }
        for (var child : named)
            if (note(
                    Plain.of(line.firstName()) + " " + Plain.of(line.surname()) + child.ref(),
                    line,
                    remarks)) return;
    }

    private boolean note(String who, Line line, List<Remark> remarks) {
        var earlier = taken.putIfAbsent(who, line);
        if (earlier != null) remarks.add(Remark.blocking("guardian-twice", earlier.line()));
        return earlier != null;
    }

    private static Question question(
            Line line, List<Candidate> candidates, @Nullable String choice) {
        var all = new ArrayList<>(candidates);
        all.add(new Candidate(Plan.SKIP, t("onde.candidate.skip")));
        return new Question(line.slot(), line.name(), all, choice == null ? "" : choice);
    }

    private static Row left(
            Line line, GuardianMatch match, List<Remark> remarks, List<Question> asks) {
        var guardian = match.guardian();
        return new Row(
                line,
                Action.LEFT,
                guardian == null ? null : guardian.id(),
                List.of(),
                remarks,
                asks,
                null,
                null);
    }

    private Row planned(
            Line line,
            List<Children.Child> named,
            Known.@Nullable Guardian guardian,
            List<Remark> remarks,
            List<Question> asks) {
        var own = named.stream().filter(child -> !child.held()).toList();
        if (guardian == null && own.isEmpty()) {
            remarks.add(Remark.note("held-unknown"));
            return new Row(line, Action.HELD, null, List.of(), remarks, asks, null, null);
        }
        var changes = new Changes(found);
        var ties = tie(line, guardian, own);
        if (ties > 0) changes.add(t("onde.change.tie"));
        if (guardian != null && guardian.isHeld()) {
            if (!guardian.names().sameAs(line.names()))
                remarks.add(Remark.note("held-differs", Column.GUARDIAN_LAST.label()));
            var action = ties > 0 ? Action.CHANGED : Action.HELD;
            return new Row(line, action, guardian.id(), changes.words(), remarks, asks, null, null);
        }
        if (guardian != null && guardian.departed()) changes.add(t("onde.change.returns"));
        var write = Written.guardian(line, guardian, changes);
        if (guardian == null)
            return new Row(line, Action.CREATED, null, List.of(), remarks, asks, write, null);
        var action = changes.words().isEmpty() ? Action.UNCHANGED : Action.CHANGED;
        return new Row(line, action, guardian.id(), changes.words(), remarks, asks, write, null);
    }

    private int tie(Line line, Known.@Nullable Guardian guardian, List<Children.Child> own) {
        var before = born.size();
        var ref = guardian == null ? line.slot() : Plan.number(guardian.id());
        var kept = guardian == null ? Set.<Long>of() : guardian.childrenHere();
        for (var child : own) {
            var tie = new Tie(child.ref(), ref, code(line.civility()));
            said.add(tie);
            if (!child.ref().startsWith("#")
                    || !kept.contains(Long.valueOf(child.ref().substring(1)))) born.add(tie);
        }
        return born.size() - before;
    }

    /** The extract says who answers for the child, not how they are related: to be checked. */
    private static String code(String civility) {
        return switch (Plain.of(civility)) {
            case "m", "mr", "monsieur" -> "20";
            case "mme", "mlle", "madame", "mademoiselle" -> "10";
            default -> "90";
        };
    }
}
