package fr.preau.classes;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pupils of a group, chosen by boxes, class by class. */
public record ClassMembersPage(SchoolClass schoolClass, List<Choice> choices) implements Page {
    /**
     * A pupil who may be chosen for the class; {@code given}: the feed places them here, and only
     * it takes them out.
     */
    public record Choice(
            long id,
            String name,
            String level,
            long classId,
            @Nullable String classLabel,
            boolean seated,
            boolean given) {}

    /** The pupils of one class; number 0: without a class. */
    public record Source(long id, String label, List<Choice> pupils) {
        public boolean isWhole() {
            return pupils.stream().allMatch(Choice::seated);
        }

        public long seated() {
            return pupils.stream().filter(Choice::seated).count();
        }
    }

    @Override
    public String title() {
        return t("classes.members.title", schoolClass.label());
    }

    @Override
    public String service() {
        return "accounts";
    }

    public List<Source> sources() {
        return choices.stream()
                .collect(
                        Collectors.groupingBy(
                                Choice::classId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(ClassMembersPage::source)
                .toList();
    }

    private static Source source(List<Choice> pupils) {
        var first = pupils.getFirst();
        var label = first.classLabel();
        return new Source(
                first.classId(), label == null ? t("classes.members.others") : label, pupils);
    }
}
