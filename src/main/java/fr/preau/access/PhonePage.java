package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;

/** The secret of a second factor, to be photographed by one's telephone, and its first code. */
public record PhonePage(String secret, Problems problems) implements Page {
    @Override
    public String title() {
        return t("access.phone.title");
    }

    /** What the application of the telephone reads. */
    public String link() {
        return "otpauth://totp/Pr%C3%A9au?issuer=Pr%C3%A9au&secret=" + secret;
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public String width() {
        return "narrow";
    }
}
