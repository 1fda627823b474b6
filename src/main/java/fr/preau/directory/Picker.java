package fr.preau.directory;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What may be chosen as recipients and what is; shown by {@code _picker.jte}, the same for every
 * service.
 */
public record Picker(List<Circle> circles, List<Family> families, Set<String> chosen) {
    /**
     * Families of a class, a group or the whole school. A family is what stands around one child.
     */
    public record Circle(
            long school,
            String schoolName,
            long id,
            String kind,
            @Nullable String classKind,
            @Nullable String label,
            int families,
            int neverConnected) {
        public String value() {
            return "c" + id;
        }

        /** « Familles de CP A » */
        public String title() {
            return label == null ? t("picker.school") : t("picker." + classKind, label);
        }

        public String counts() {
            return count("picker.families", families);
        }

        public String warning() {
            return neverConnected == 0 ? "" : count("picker.never", neverConnected);
        }

        /** Who reads, inside a sentence: « les responsables et les élèves de CP A ». */
        public String readers() {
            return label == null
                    ? t("picker.readers.school", families)
                    : t("picker.readers." + classKind, label, families);
        }

        public String warningSentence() {
            return neverConnected == 0
                    ? ""
                    : count("picker.warning", neverConnected).replace("{1}", title());
        }
    }

    /** One child's family. */
    public record Family(long school, long pupil, String name, String classLabel) {
        public String value() {
            return "p" + pupil;
        }
    }

    public boolean isChosen(String value) {
        return chosen.contains(value);
    }

    public List<Circle> chosenCircles() {
        return circles.stream().filter(circle -> isChosen(circle.value())).toList();
    }

    public List<Family> chosenFamilies() {
        return families.stream().filter(family -> isChosen(family.value())).toList();
    }

    /** Class → its families, in the order of the list. */
    public Map<String, List<Family>> byClass() {
        return families.stream()
                .collect(
                        Collectors.groupingBy(
                                Family::classLabel, LinkedHashMap::new, Collectors.toList()));
    }

    public boolean isEmpty() {
        return circles.isEmpty() && families.isEmpty();
    }

    public int total() {
        return chosenCircles().stream().mapToInt(Circle::families).sum() + chosenFamilies().size();
    }

    /** What is chosen, without any child's name: other families read it. */
    public String audience() {
        var parts = new ArrayList<>(chosenCircles().stream().map(Circle::title).toList());
        var alone = chosenFamilies().size();
        if (alone > 0) parts.add(count("picker.audience", alone));
        return String.join(", ", parts);
    }

    public String sentence() {
        if (total() == 0) return t("picker.nobody");
        var readers = new ArrayList<>(chosenCircles().stream().map(Circle::readers).toList());
        chosenFamilies().forEach(family -> readers.add(t("picker.readers.family", family.name())));
        var last = readers.removeLast();
        return t(
                "picker.sentence",
                readers.isEmpty() ? last : String.join(", ", readers) + " et " + last);
    }
}
