package fr.preau.signins;

import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.RoleKind;
import java.util.Set;

/**
 * Who reads the journal of sign-ins: whoever answers for the accounts of a school or of a node. Not
 * the advisers, the data protection officer or the town halls, who answer for none. Pure.
 */
final class SignInsPolicy {
    private static final Set<RoleKind> KEEPERS =
            Set.of(
                    RoleKind.INSPECTOR,
                    RoleKind.DIGITAL_REFERENT,
                    RoleKind.DEPARTMENT_OFFICER,
                    RoleKind.PERIMETER_ADMINISTRATOR,
                    RoleKind.REGION_LEAD,
                    RoleKind.ASSISTANCE);

    private SignInsPolicy() {}

    /** The schools and the nodes below which this actor reads it; none for everybody else. */
    static long[] nodes(Actor actor) {
        return actor.profile() == Profile.SUPERVISION
                ? actor.roles().stream()
                        .filter(role -> KEEPERS.contains(role.kind()))
                        .mapToLong(Actor.Role::structure)
                        .distinct()
                        .toArray()
                : actor.administeredSchools();
    }
}
