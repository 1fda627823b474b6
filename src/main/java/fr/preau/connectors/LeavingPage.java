package fr.preau.connectors;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;

/**
 * Asked for by a service at the end of a visit there. Signing out is a form here as everywhere: an
 * image in a message must not put anybody out.
 */
public record LeavingPage(boolean signedIn, String service) implements Page {
    @Override
    public String title() {
        return t(signedIn ? "connectors.leaving.title" : "connectors.leaving.done");
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
