package fr.preau.connectors;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;

/** The secret of a service, shown once: only its hash is kept. */
public record ConnectorSecretPage(String connector, String name, String secret) implements Page {
    @Override
    public String title() {
        return t("connectors.secret.title", connector);
    }

    @Override
    public String service() {
        return "accounts";
    }
}
