package fr.preau.connectors;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;

/** The service is not registered: nobody is led there. */
public record UnknownServicePage() implements Page {
    @Override
    public String title() {
        return t("connectors.unknown.title");
    }

    @Override
    public int status() {
        return 403;
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
