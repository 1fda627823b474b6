package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Asks for the code of the phone, or for the password of those who have no second factor; shows the
 * secret to those who enrol. {@code sparesDays}: for how many days this device may be spared the
 * code, 0 for not at all.
 */
public record SecondFactorPage(
        Kind kind,
        boolean passkeys,
        String prefilled,
        String secret,
        String qr,
        String then,
        int sparesDays,
        List<OffersDoor.Door> doors,
        Problems problems)
        implements Page {
    public enum Kind {
        CODE,
        /** A key of the account's own devices, or a code on paper. */
        PASSKEY,
        ENROL,
        PASSWORD,
        /** The other door by which they enter: they have nothing of ours. */
        DOOR
    }

    /** A door, with where to come back to. */
    public String through(OffersDoor.Door door) {
        return door.address() + "?then=" + URLEncoder.encode(then, StandardCharsets.UTF_8);
    }

    @Override
    public String title() {
        return t("access.second-factor." + kind + ".title");
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    @Override
    public boolean bare() {
        return true;
    }

    @Override
    public String width() {
        return "narrow";
    }
}
