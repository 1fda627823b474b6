package fr.preau.coverage;

import fr.preau.agreements.AgreementPolicy;
import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.RoleKind;
import java.util.List;

/** Who sees what the conventions cover. Facts in, verdict out. */
final class CoveragePolicy {
    private CoveragePolicy() {}

    /** The board of a reach: the région, and the DSDEN in its département. */
    static boolean seesBoard(Actor actor) {
        return actor.profile() == Profile.SUPERVISION && AgreementPolicy.sees(actor);
    }

    /** The communes for which this actor acts as mayor or referent. */
    static List<Long> ownTowns(Actor actor) {
        if (actor.profile() != Profile.TOWN) return List.of();
        return actor.roles().stream()
                .filter(role ->
                        role.kind() == RoleKind.MAYOR || role.kind() == RoleKind.TOWN_REFERENT)
                .map(Actor.Role::structure)
                .distinct()
                .toList();
    }

    /** Its own for a town hall; for the others what their reach holds is asked of the database. */
    static boolean maySeeTown(Actor actor, long town) {
        return seesBoard(actor) || ownTowns(actor).contains(town);
    }
}
