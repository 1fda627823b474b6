package fr.preau.townstaff;

import fr.preau.agreements.AgreementPolicy;
import fr.preau.web.Actor;
import fr.preau.web.Dates;
import fr.preau.web.Profile;
import fr.preau.web.RoleKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who asks, who decides, and until when somebody stays. Facts in, verdict out. */
final class StaffPolicy {
    private StaffPolicy() {}

    /** The towns for which this actor asks, confirms and ends: as a referent or the mayor. */
    static List<Long> towns(Actor actor) {
        return actor.roles().stream()
                .filter(role -> actor.profile() == Profile.TOWN)
                .filter(role ->
                        role.kind() == RoleKind.TOWN_REFERENT || role.kind() == RoleKind.MAYOR)
                .map(Actor.Role::structure)
                .distinct()
                .toList();
    }

    /** The région, and the DSDEN in its département. */
    static boolean decides(Actor actor) {
        return actor.profile() == Profile.SUPERVISION && AgreementPolicy.sees(actor);
    }

    /** The région or the DSDEN of this very town: no other role of the same hat counts. */
    static boolean decides(Actor actor, Colleague one) {
        return actor.profile() == Profile.SUPERVISION
                && actor.roles().stream()
                        .filter(role ->
                                role.kind() == RoleKind.REGION_LEAD
                                        || role.kind() == RoleKind.DEPARTMENT_OFFICER)
                        .anyMatch(role -> one.isUnder(role.structure()));
    }

    static boolean sees(Actor actor) {
        return decides(actor) || !towns(actor).isEmpty();
    }

    enum Lasting {
        ALLOWED,
        MISSING,
        PAST,
        BEYOND
    }

    /** From today to the last day of the convention. */
    static Lasting mayLast(@Nullable LocalDate until, LocalDate conventionEnds, LocalDate today) {
        if (until == null) return Lasting.MISSING;
        if (until.isBefore(today)) return Lasting.PAST;
        return until.isAfter(conventionEnds) ? Lasting.BEYOND : Lasting.ALLOWED;
    }

    /** The last day on which colleagues are confirmed, of the campaign that began last. */
    record Campaign(LocalDate from, LocalDate to, LocalDate tellAgainOn) {
        boolean isOpen(LocalDate today) {
            return !today.isAfter(to);
        }

        /** Accepted before it began, and not confirmed since. */
        boolean asks(Colleague one) {
            var decided = one.decidedAt();
            return one.state() == Stage.ACCEPTED
                    && decided != null
                    && LocalDate.ofInstant(decided, Dates.SCHOOL_TIME).isBefore(from)
                    && (one.confirmedOn() == null || one.confirmedOn().isBefore(from));
        }
    }
}
