package fr.preau.perimeter;

import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.RoleKind;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Nobody entrusts more than they hold themselves: a director their school, an inspector their node
 * and what is below. Who holds something by delegation entrusts nothing.
 */
final class DelegationPolicy {
    private static final Set<RoleKind> LEADS =
            Set.of(RoleKind.INSPECTOR, RoleKind.DEPARTMENT_OFFICER, RoleKind.REGION_LEAD);

    private DelegationPolicy() {}

    enum Taker {
        ALLOWED,
        NOBODY,
        ONESELF,
        OUTSIDE,
        ALREADY
    }

    enum End {
        ALLOWED,
        MISSING,
        PAST,
        AFTER_YEAR,
        AFTER_ROLE
    }

    static boolean mayDelegate(Actor actor) {
        return directedSchools(actor).length > 0 || ledNodes(actor).length > 0;
    }

    /** The schools that the actor directs; for {@code = any (…)}. */
    static long[] directedSchools(Actor actor) {
        return standing(actor, Profile.TEACHER, Set.of(RoleKind.DIRECTOR));
    }

    /** The nodes that the actor leads; for {@code = any (…)}. */
    static long[] ledNodes(Actor actor) {
        return standing(actor, Profile.SUPERVISION, LEADS);
    }

    private static long[] standing(Actor actor, Profile profile, Set<RoleKind> kinds) {
        return actor.roles().stream()
                .filter(role -> actor.profile() == profile && kinds.contains(role.kind()))
                .mapToLong(Actor.Role::structure)
                .distinct()
                .toArray();
    }

    /** {@code candidate} is the asked person at a place that the actor may choose from. */
    static Taker mayTake(Actor actor, long person, @Nullable Candidate candidate, boolean holds) {
        if (actor.persons().contains(person)) return Taker.ONESELF;
        if (person == 0) return Taker.NOBODY;
        if (candidate == null) return Taker.OUTSIDE;
        return holds ? Taker.ALREADY : Taker.ALLOWED;
    }

    static End mayLast(@Nullable LocalDate last, LocalDate today, @Nullable LocalDate roleEnds) {
        if (last == null) return End.MISSING;
        if (last.isBefore(today)) return End.PAST;
        if (last.isAfter(endOfSchoolYear(today))) return End.AFTER_YEAR;
        return roleEnds != null && last.isAfter(roleEnds) ? End.AFTER_ROLE : End.ALLOWED;
    }

    /** The 31st of August that follows; in August, that of the year which is being prepared. */
    static LocalDate endOfSchoolYear(LocalDate today) {
        return LocalDate.of(today.getYear() + (today.getMonthValue() >= 8 ? 1 : 0), 8, 31);
    }
}
