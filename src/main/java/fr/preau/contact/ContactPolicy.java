package fr.preau.contact;

import static fr.preau.contact.Side.DIRECTOR;
import static fr.preau.contact.Side.GUARDIAN;
import static fr.preau.contact.Side.PUPIL;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the facts mean: no database, no screen. */
final class ContactPolicy {
    private ContactPolicy() {}

    /** Whether a cell may be changed, and so. */
    enum Changing {
        ALLOWED,
        /**
         * Separated parents must not meet here; families do not write to other people's children.
         */
        GUARDIANS,
        OTHER_CHILDREN,
        /** The région's rule stays: people of the school reach their direction and each other. */
        FIXED,
        /** Not one of the choices of the cell. */
        UNKNOWN
    }

    /** Why somebody reaches somebody, or not. */
    enum Reason {
        OPEN,
        /** They have something in common and a rule closes it. */
        CLOSED,
        GUARDIANS,
        OTHER_CHILDREN,
        NOTHING_IN_COMMON
    }

    /** A reason and the way that it is about. */
    record Explanation(Reason reason, @Nullable Link path) {}

    static Verdict verdict(List<Link> links) {
        return best(links.stream().filter(Link::allowed).toList())
                .<Verdict>map(Verdict.Allowed::new)
                .orElseGet(Verdict.Refused::new);
    }

    /** The forbidden arcs have no row to change; the reason is said all the same. */
    static Changing mayChange(@Nullable Cell cell, Side from, Side to, @Nullable Choice choice) {
        if (from == GUARDIAN && to == GUARDIAN) return Changing.GUARDIANS;
        if (from == GUARDIAN && to == PUPIL) return Changing.OTHER_CHILDREN;
        if (cell == null || !cell.editable()) return Changing.FIXED;
        if (choice == null || choice != Choice.USUAL && !cell.choices().contains(choice))
            return Changing.UNKNOWN;
        return Changing.ALLOWED;
    }

    /** What is chosen, said as « usual » when it differs in nothing. */
    static Choice kept(Cell cell, Choice choice) {
        return choice == cell.usual() ? Choice.USUAL : choice;
    }

    static Explanation explain(List<Link> links, Set<Side> from, Set<Side> to) {
        var open = best(links.stream().filter(Link::allowed).toList());
        if (open.isPresent()) return new Explanation(Reason.OPEN, open.get());
        var closed = best(links);
        if (closed.isPresent()) return new Explanation(Reason.CLOSED, closed.get());
        if (from.equals(Set.of(GUARDIAN)) && to.equals(Set.of(GUARDIAN)))
            return new Explanation(Reason.GUARDIANS, null);
        if (from.equals(Set.of(GUARDIAN)) && to.equals(Set.of(PUPIL)))
            return new Explanation(Reason.OTHER_CHILDREN, null);
        return new Explanation(Reason.NOTHING_IN_COMMON, null);
    }

    /** The closest way says most: a family, a class, a school, a perimeter. */
    private static java.util.Optional<Link> best(List<Link> links) {
        return links.stream()
                .min(
                        Comparator.comparing((Link link) -> closeness(link.scope()))
                                .thenComparing(link -> link.classLabel() == null)
                                .thenComparing(Link::fromProfile)
                                .thenComparing(Link::toProfile));
    }

    private static int closeness(Scope scope) {
        return switch (scope) {
            case OWN_CHILDREN, OWN_GUARDIANS -> 0;
            case SAME_CLASS -> 1;
            case SAME_SCHOOL -> 2;
            case PERIMETER -> 3;
        };
    }

    /** Rows and columns of a school's matrix. */
    static final List<Side> IN_SCHOOL = List.of(PUPIL, GUARDIAN, Side.TEACHER, DIRECTOR);

    /** Rules for a class are about its pupils and their guardians. */
    static boolean mayDifferByClass(Side from) {
        return from == PUPIL || from == GUARDIAN;
    }

    /** Whether people of a profile have somebody to look for. */
    static boolean reachesSomebody(fr.preau.web.Profile hat) {
        return Side.of(hat).length > 0;
    }
}
