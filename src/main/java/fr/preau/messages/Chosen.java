package fr.preau.messages;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.contact.Side;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or a circle that may be written to: how many people that is, and how many of them have
 * never signed in.
 */
public record Chosen(
        String token,
        @Nullable Long school,
        Side side,
        @Nullable String label,
        int people,
        int never,
        boolean severalSchools,
        @Nullable String schoolName) {
    /** « Familles de CP A », « Équipe de l’école », « Hélène Costa » */
    public String title() {
        var place = severalSchools && schoolName != null && !isPerson() ? " · " + schoolName : "";
        return switch (token.charAt(0)) {
            case 'p' -> label == null ? t("messages.somebody") : label;
            case 'f' -> t("messages.circle.family", label);
            case 'c' -> t("messages.circle.class." + side, label) + place;
            case 's' -> t("messages.circle.school." + side) + place;
            default -> t("messages.circle.node." + side, label);
        };
    }

    public String counts() {
        return isPerson() ? t("messages.side." + side) : count("messages.people", people);
    }

    public String warning() {
        return never == 0 || isPerson() ? "" : count("messages.never", never);
    }

    public boolean isPerson() {
        return token.charAt(0) == 'p';
    }

    boolean isNode() {
        return token.charAt(0) == 'n';
    }

    /** Colleagues may know each other's names; families do not learn who else is written to. */
    boolean isNamedToAll() {
        return !isPerson() && token.charAt(0) != 'f' || side != Side.GUARDIAN && side != Side.PUPIL;
    }
}
