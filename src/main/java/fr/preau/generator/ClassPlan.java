package fr.preau.generator;

import java.util.ArrayList;
import java.util.List;

/** Which levels each class of a school takes, and what the school calls it. */
final class ClassPlan {
    private ClassPlan() {}

    /** One level each when there are enough classes, else levels that follow one another. */
    static List<List<Level>> of(School school, Draw draw) {
        var levels = school.levels();
        var plan = new ArrayList<List<Level>>();
        if (school.classes() < levels.size()) {
            for (var i = 0; i < school.classes(); i++)
                plan.add(
                        levels.subList(
                                i * levels.size() / school.classes(),
                                (i + 1) * levels.size() / school.classes()));
            return plan;
        }
        for (var level : levels) plan.add(List.of(level));
        while (plan.size() < school.classes()) {
            var at = draw.below(levels.size() - 1);
            plan.add(draw.chance(18) ? levels.subList(at, at + 2) : List.of(levels.get(at)));
        }
        plan.sort((a, b) -> a.getFirst().compareTo(b.getFirst()));
        return plan;
    }

    /** Free text, as schools type it; one label in three gives away who teaches there. */
    static String label(List<Level> levels, char letter, Agent teacher, Draw draw) {
        var separator = draw.one(List.of("/", "/", "-", " "));
        var name = String.join(separator, levels.stream().map(Level::name).toList());
        var person = teacher.identity;
        var mark = draw.below(100);
        if (mark < 62) return letter == 0 ? name : name + " " + letter;
        if (mark < 82)
            return name
                    + " "
                    + person.civility().toUpperCase(java.util.Locale.ROOT)
                    + " "
                    + person.lastName();
        if (mark < 92)
            return name
                    + " - "
                    + person.civility()
                    + " "
                    + person.first().charAt(0)
                    + ". "
                    + person.lastName();
        return "Classe de " + person.first() + " (" + name + ")";
    }
}
