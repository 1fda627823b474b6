package fr.preau.agreements;

import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.RoleKind;
import java.time.LocalDate;

/** Who does what with conventions. Facts in, verdict out. */
public final class AgreementPolicy {
    private AgreementPolicy() {}

    /** Leads the conventions of the région: prepares, sends, signs for it, decides the terms. */
    public static boolean leads(Actor actor) {
        return actor.profile() == Profile.SUPERVISION && actor.is(RoleKind.REGION_LEAD);
    }

    /**
     * Sees conventions: the région, the DSDEN in its département, the town's mayor and referents.
     */
    public static boolean sees(Actor actor) {
        return switch (actor.profile()) {
            case SUPERVISION -> leads(actor) || actor.is(RoleKind.DEPARTMENT_OFFICER);
            case TOWN -> actor.is(RoleKind.MAYOR) || actor.is(RoleKind.TOWN_REFERENT);
            default -> false;
        };
    }

    /** What the région has not sent yet, or has given up, is not shown to the town. */
    static boolean isShown(Actor actor, Agreement agreement) {
        return actor.profile() != Profile.TOWN
                || agreement.state() != State.DRAFT && agreement.state() != State.ABANDONED;
    }

    /** Changes schools and details: the région while it is open, the town once it was sent. */
    static boolean changes(Actor actor, Agreement agreement) {
        return leads(actor) && agreement.isOpen()
                || prepares(actor, agreement) && agreement.state() == State.SENT;
    }

    /** Checks schools and details for the town, and brings signed pages. */
    public static boolean prepares(Actor actor, Agreement agreement) {
        return standsFor(actor, RoleKind.TOWN_REFERENT, agreement)
                || standsFor(actor, RoleKind.MAYOR, agreement);
    }

    /** Signs here for the town. */
    static boolean signsForTown(Actor actor, Agreement agreement) {
        return standsFor(actor, RoleKind.MAYOR, agreement);
    }

    private static boolean standsFor(Actor actor, RoleKind kind, Agreement agreement) {
        return actor.profile() == Profile.TOWN
                && actor.roles().contains(new Actor.Role(kind, agreement.townId()));
    }

    /** What may be done with a convention in this state. */
    enum Verdict {
        ALLOWED,
        NOT_SENT,
        NO_SCHOOL,
        NOT_CHECKED,
        ALREADY,
        NOT_BY_TOWN,
        OVER,
        IN_FUTURE,
        BEFORE_LAST
    }

    static Verdict maySend(Agreement agreement, int schools) {
        if (agreement.state() != State.DRAFT) return Verdict.ALREADY;
        return schools == 0 ? Verdict.NO_SCHOOL : Verdict.ALLOWED;
    }

    static Verdict maySignForTown(Agreement agreement, int schools) {
        return switch (agreement.state()) {
            case DRAFT -> Verdict.NOT_SENT;
            case SENT -> {
                if (schools == 0) yield Verdict.NO_SCHOOL;
                yield agreement.checkedAt() == null ? Verdict.NOT_CHECKED : Verdict.ALLOWED;
            }
            case TOWN_SIGNED, SIGNED -> Verdict.ALREADY;
            case TERMINATED, ABANDONED -> Verdict.OVER;
        };
    }

    static Verdict maySignForRegion(Agreement agreement) {
        return switch (agreement.state()) {
            case DRAFT, SENT -> Verdict.NOT_BY_TOWN;
            case TOWN_SIGNED -> Verdict.ALLOWED;
            case SIGNED -> Verdict.ALREADY;
            case TERMINATED, ABANDONED -> Verdict.OVER;
        };
    }

    /** The day of a signature on paper: neither to come nor before what came before. */
    static Verdict mayDate(LocalDate signedOn, LocalDate notBefore, LocalDate today) {
        if (signedOn.isAfter(today)) return Verdict.IN_FUTURE;
        return signedOn.isBefore(notBefore) ? Verdict.BEFORE_LAST : Verdict.ALLOWED;
    }
}
