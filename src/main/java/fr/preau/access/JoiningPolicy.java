package fr.preau.access;

import fr.preau.access.Hats.Hat;
import fr.preau.web.Profile;
import java.util.List;
import java.util.stream.Stream;

/** Which two accounts may become one. Pure. */
final class JoiningPolicy {
    enum Verdict {
        ALLOWED,
        /** Both ways lead to this very account. */
        SAME,
        /** A pupil's account is nobody else's. */
        CHILD,
        /** One of them has no live role, or leaves. */
        NO_ROLE,
        /** A school has shut its door to one of them. */
        BLOCKED,
        /** Both answer for the same child: they are two people. */
        TWO_PEOPLE
    }

    private JoiningPolicy() {}

    /** {@code blocked}, {@code sameChild}: of any person of either. */
    static Verdict mayJoin(
            boolean same,
            List<Hat> mine,
            List<Hat> others,
            boolean pupil,
            boolean blocked,
            boolean sameChild) {
        if (same) return Verdict.SAME;
        if (pupil || Stream.concat(mine.stream(), others.stream()).anyMatch(JoiningPolicy::isChild))
            return Verdict.CHILD;
        if (blocked) return Verdict.BLOCKED;
        if (isOver(mine) || isOver(others)) return Verdict.NO_ROLE;
        return sameChild ? Verdict.TWO_PEOPLE : Verdict.ALLOWED;
    }

    private static boolean isChild(Hat hat) {
        return hat.profile() == Profile.PUPIL;
    }

    private static boolean isOver(List<Hat> hats) {
        return hats.isEmpty() || hats.getFirst().leaving();
    }
}
