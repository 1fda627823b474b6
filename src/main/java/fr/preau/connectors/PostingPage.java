package fr.preau.connectors;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.Map;

/**
 * The way to a service that is answered by a form, which a script sends by itself and a button
 * otherwise. The one form of ours that goes elsewhere, and so carries no token of ours.
 *
 * @param address registered; the caller vouches for it
 */
public record PostingPage(String connector, String address, Map<String, String> fields)
        implements Page {
    @Override
    public String title() {
        return t("connectors.posting.title", connector);
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
