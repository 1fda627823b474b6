package fr.preau.onde;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The classes that the pupils' lines name, each proposed to a class of the school: the same
 * national number, else the same label, else a new class; a choice goes first.
 */
final class ClassPlan {
    private final Map<String, Plan.ClassRow> byName = new LinkedHashMap<>();

    ClassPlan(List<Line> pupils, Known known, Choices choices) {
        var counted = new LinkedHashMap<String, List<Line>>();
        for (var line : pupils)
            if (!line.classLabel().isEmpty() || !line.classKey().isEmpty())
                counted.computeIfAbsent(name(line), name -> new ArrayList<>()).add(line);
        counted.forEach((name, lines) -> {
            var first = lines.getFirst();
            var slot = "C" + byName.size();
            var label = first.classLabel().isEmpty() ? first.classKey() : first.classLabel();
            byName.put(
                    name,
                    new Plan.ClassRow(
                            slot,
                            label,
                            first.classKey(),
                            lines.size(),
                            into(first, known, choices.of(slot))));
        });
    }

    private static String name(Line line) {
        return Plain.of(line.classLabel()) + " " + line.classKey();
    }

    private static Known.@Nullable SchoolClass into(
            Line line, Known known, @Nullable String choice) {
        if (Plan.NEW.equals(choice)) return null;
        if (choice != null)
            for (var schoolClass : known.classes())
                if (choice.equals(Long.toString(schoolClass.id()))) return schoolClass;
        if (!line.classKey().isEmpty())
            for (var schoolClass : known.classes())
                if (Objects.equals(schoolClass.key(), line.classKey())) return schoolClass;
        for (var schoolClass : known.classes())
            if (Plain.of(schoolClass.label()).equals(Plain.of(line.classLabel())))
                return schoolClass;
        return null;
    }

    Plan.@Nullable ClassRow of(Line pupil) {
        return byName.get(name(pupil));
    }

    List<Plan.ClassRow> rows() {
        return List.copyOf(byName.values());
    }
}
