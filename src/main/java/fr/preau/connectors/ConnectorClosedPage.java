package fr.preau.connectors;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Profile;
import org.jspecify.annotations.Nullable;

/** A service that is not open to somebody, in the role that they act in, when they have one. */
public record ConnectorClosedPage(
        String connector, String name, @Nullable Profile profile, String place) implements Page {
    @Override
    public String title() {
        return t("connectors.closed.title", connector);
    }

    @Override
    public int status() {
        return 403;
    }

    @Override
    public String width() {
        return "narrow";
    }

    @Override
    public boolean bare() {
        return true;
    }
}
