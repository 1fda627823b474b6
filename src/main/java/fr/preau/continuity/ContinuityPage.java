package fr.preau.continuity;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The schools that were ever under convention, where each stands, filtered by the address. */
public record ContinuityPage(List<Standing> all, List<Department> departments, Asked asked)
        implements Page {
    private static final int SHOWN = 100;

    public record Department(String id, String name, Set<Long> schools) {}

    /** What the address asks for; an unknown phase or département filters nothing. */
    public record Asked(String phase, String department, String after) {
        public boolean isPhase(Phase other) {
            return phase.equals(other.name());
        }
    }

    @Override
    public String title() {
        return t("continuity.title");
    }

    @Override
    public String service() {
        return "town";
    }

    @Override
    public String width() {
        return "wide";
    }

    public List<Phase> phases() {
        return List.of(Phase.values());
    }

    public long count(Phase phase) {
        return ofDepartment().filter(one -> one.phase() == phase).count();
    }

    public long count() {
        return ofDepartment().count();
    }

    public boolean anyPhase() {
        return Arrays.stream(Phase.values()).anyMatch(asked::isPhase);
    }

    /** A hundred at a time, from the one after the last that was shown. */
    public List<Standing> shown() {
        return rest().stream().limit(SHOWN).toList();
    }

    public boolean more() {
        return rest().size() > SHOWN;
    }

    private List<Standing> rest() {
        var filtered =
                ofDepartment().filter(one -> !anyPhase() || asked.isPhase(one.phase())).toList();
        return filtered.stream().noneMatch(this::isAfter)
                ? filtered
                : filtered.stream().dropWhile(one -> !isAfter(one)).skip(1).toList();
    }

    private boolean isAfter(Standing one) {
        return Long.toString(one.school()).equals(asked.after());
    }

    private Stream<Standing> ofDepartment() {
        var within =
                departments.stream().filter(one -> one.id().equals(asked.department())).findFirst();
        return all.stream()
                .filter(one -> within.isEmpty() || within.get().schools().contains(one.school()));
    }

    public String path(String phase, String department, String after) {
        return "/continuity?phase="
                + phase
                + "&department="
                + department
                + (after.isEmpty() ? "" : "&after=" + after);
    }
}
