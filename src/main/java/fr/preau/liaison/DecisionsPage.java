package fr.preau.liaison;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The answers to a request, child by child. Guardians who disagree are shown, never decided for.
 */
public record DecisionsPage(
        Note note, List<Choice> choices, List<FollowPage.Child> children, boolean whole)
        implements Page {
    /** The one answer of the child's guardians, or what is missing for there to be one. */
    static String outcome(FollowPage.Child child) {
        var labels = labelsOf(child);
        if (labels.isEmpty()) return t("liaison.outcome.NONE");
        if (labels.size() > 1) return t("liaison.outcome.DISAGREEMENT");
        return child.complete() ? labels.getFirst() : t("liaison.outcome.PARTIAL");
    }

    static boolean isDisagreement(FollowPage.Child child) {
        return labelsOf(child).size() > 1;
    }

    private static List<String> labelsOf(FollowPage.Child child) {
        return child.guardians().stream()
                .map(FollowPage.Guardian::answer)
                .filter(Objects::nonNull)
                .map(FollowPage.Answer::label)
                .distinct()
                .toList();
    }

    @Override
    public String title() {
        return t("liaison.decisions.title");
    }

    @Override
    public String service() {
        return "liaison";
    }

    @Override
    public String width() {
        return "wide";
    }

    /** How many children for each answer, in the author's order, then what is not settled. */
    public Map<String, Long> counts() {
        var counts = new LinkedHashMap<String, Long>();
        choices.forEach(choice -> counts.put(choice.label(), 0L));
        for (var rest : List.of("DISAGREEMENT", "PARTIAL", "NONE"))
            counts.put(t("liaison.outcome." + rest), 0L);
        children.forEach(child -> counts.merge(outcome(child), 1L, Long::sum));
        return counts;
    }

    public String outcomeOf(FollowPage.Child child) {
        return outcome(child);
    }

    public String lookOf(FollowPage.Child child) {
        if (isDisagreement(child)) return "badge--alert";
        return choices.stream().anyMatch(choice -> choice.label().equals(outcome(child)))
                ? "badge--good"
                : "badge--wait";
    }
}
