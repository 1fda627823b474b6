package fr.preau.messages;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.contact.Side;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or a circle that may be written to: how many people that is, and how many of them have
 * never signed in; {@code alone}, when they are one, is their name, and {@code kin} are the
 * author's children in that class.
 */
public record Chosen(
        String token,
        @Nullable Long school,
        Side side,
        @Nullable String label,
        int people,
        int never,
        boolean severalSchools,
        @Nullable String schoolName,
        @Nullable String alone,
        @Nullable String kin) {
    /** « Familles de CP A », « Équipe de l’école », « Hélène Costa » */
    public String title() {
        if (isOneOfStaff()) return aloneTitle();
        return circle();
    }

    /** What its readers are told: not which child it is about. */
    String named() {
        return isOneOfStaff() ? alone : circle();
    }

    private boolean isOneOfStaff() {
        return alone != null
                && (token.charAt(0) == 'c' && side == Side.TEACHER
                        || token.charAt(0) == 's' && side == Side.DIRECTOR);
    }

    /** « Hélène Costa, la classe de Yanis » */
    private String aloneTitle() {
        if (side == Side.DIRECTOR) return t("messages.circle.alone.direction", alone) + place();
        return kin == null
                ? t("messages.circle.alone.class", alone, label)
                : t("messages.circle.alone.child", alone, kin);
    }

    private String place() {
        return severalSchools && schoolName != null && !isPerson() ? " · " + schoolName : "";
    }

    private String circle() {
        return switch (token.charAt(0)) {
            case 'p' -> label == null ? t("messages.somebody") : label;
            case 'f' -> t("messages.circle.family", label);
            case 'c' -> t("messages.circle.class." + side, label) + place();
            case 's' -> t("messages.circle.school." + side) + place();
            default -> t("messages.circle.node." + side, label);
        };
    }

    public String counts() {
        return isPerson() || isOneOfStaff()
                ? t("messages.side." + side)
                : count("messages.people", people);
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
