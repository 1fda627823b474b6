package fr.preau.passwords;

import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.RoleKind;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who chooses for an académie, who looks, and from when a choice may hold. */
final class HabitPolicy {
    private static final Set<RoleKind> DECIDE =
            EnumSet.of(RoleKind.REGION_LEAD, RoleKind.PERIMETER_ADMINISTRATOR);

    /** The assistance, whom people call, and the data protection officer, who answers for it. */
    private static final Set<RoleKind> SEE =
            EnumSet.of(
                    RoleKind.REGION_LEAD,
                    RoleKind.PERIMETER_ADMINISTRATOR,
                    RoleKind.ASSISTANCE,
                    RoleKind.DATA_PROTECTION_OFFICER);

    private HabitPolicy() {}

    enum Start {
        ALLOWED,
        MISSING,
        PAST,
        FAR
    }

    /** The nodes whose académies the actor looks at; for {@code = any (…)}. */
    static long[] seen(Actor actor) {
        return nodes(actor, SEE);
    }

    /** The nodes whose académies the actor chooses for. */
    static long[] decided(Actor actor) {
        return nodes(actor, DECIDE);
    }

    private static long[] nodes(Actor actor, Set<RoleKind> kinds) {
        return actor.roles().stream()
                .filter(role ->
                        actor.profile() == Profile.SUPERVISION && kinds.contains(role.kind()))
                .mapToLong(Actor.Role::structure)
                .distinct()
                .toArray();
    }

    /** From today on, within two years: further away is a slip of the keyboard. */
    static Start mayStart(@Nullable LocalDate from, LocalDate today) {
        if (from == null) return Start.MISSING;
        if (from.isBefore(today)) return Start.PAST;
        return from.isAfter(today.plusYears(2)) ? Start.FAR : Start.ALLOWED;
    }
}
