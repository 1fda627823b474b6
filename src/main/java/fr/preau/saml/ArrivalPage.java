package fr.preau.saml;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;

/**
 * The same guardian twice in the directory, once in each académie: which of their accounts to enter
 * today. A form brings a place in the list, never an account.
 */
public record ArrivalPage(List<String> names) implements Page {
    @Override
    public String title() {
        return t("saml.arrival.title");
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
