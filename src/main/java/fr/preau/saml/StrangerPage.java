package fr.preau.saml;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.Set;

/** Another door was passed, this one was not: what to do now. */
public record StrangerPage(String outcome) implements Page {
    static final Set<String> OUTCOMES =
            Set.of("refused", "unknown-family", "unknown-agent", "sign-out-refused");

    @Override
    public String title() {
        return t("saml.stranger." + outcome + ".title");
    }

    public String text() {
        return t("saml.stranger." + outcome + ".text");
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
