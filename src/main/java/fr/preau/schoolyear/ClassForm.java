package fr.preau.schoolyear;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A planned class as it was typed, right or wrong, so that it can be shown again. */
public record ClassForm(
        @Nullable Long school, String label, List<String> levels, List<String> teachers) {
    public ClassForm {
        label =
                label == null
                        ? ""
                        : label.replaceAll("\\p{Cntrl}", " ").strip().replaceAll("\\s+", " ");
        levels = levels == null ? List.of() : List.copyOf(levels);
        teachers = teachers == null ? List.of() : List.copyOf(teachers);
    }

    Long[] teacherIds() {
        return teachers.stream()
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toArray(Long[]::new);
    }

    ClassForm onlyLevelsOf(List<Plan.Level> known) {
        return new ClassForm(
                school,
                label,
                known.stream().map(Plan.Level::code).filter(levels::contains).toList(),
                teachers);
    }
}
