package fr.preau.contact;

import static fr.preau.web.Wording.t;

import java.util.ArrayList;
import java.util.List;

/** From one side to another: what may be decided, what is usual and what is in force. */
record Cell(Side from, Side to, List<Line> lines) {
    /** One scope of the cell, as the région, the school and the class say it. */
    record Line(Scope scope, boolean editable, boolean usual, boolean inForce, boolean decided) {}

    boolean editable() {
        return !lines.isEmpty() && lines.stream().allMatch(Line::editable);
    }

    /** Whether this level says something of its own. */
    boolean isDecided() {
        return lines.stream().anyMatch(Line::decided);
    }

    Choice usual() {
        return widest(lines.stream().filter(Line::usual).map(Line::scope).toList());
    }

    Choice inForce() {
        return widest(lines.stream().filter(Line::inForce).map(Line::scope).toList());
    }

    /** What this level has chosen. */
    Choice chosen() {
        return isDecided() ? inForce() : Choice.USUAL;
    }

    List<Choice> choices() {
        var all = new ArrayList<>(List.of(Choice.NONE));
        if (has(Scope.SAME_CLASS)) all.add(Choice.SAME_CLASS);
        if (has(Scope.SAME_SCHOOL)) all.add(Choice.SAME_SCHOOL);
        return all;
    }

    private boolean has(Scope scope) {
        return lines.stream().anyMatch(line -> line.scope() == scope);
    }

    private static Choice widest(List<Scope> open) {
        if (open.contains(Scope.SAME_SCHOOL)) return Choice.SAME_SCHOOL;
        return open.contains(Scope.SAME_CLASS) ? Choice.SAME_CLASS : Choice.NONE;
    }

    /** « ceux des classes de leurs enfants » */
    String words() {
        return lines.stream()
                .filter(Line::inForce)
                .filter(line -> line.scope().name().startsWith("OWN_"))
                .findFirst()
                .map(line -> t("contact.own." + line.scope()))
                .orElseGet(() -> words(inForce()));
    }

    String words(Choice choice) {
        if (choice == Choice.USUAL) return words(usual());
        return choice == Choice.NONE
                ? t("contact.nobody")
                : t("contact.reach." + from + "." + to + "." + choice);
    }
}
