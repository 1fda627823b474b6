package fr.preau.connectors;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Profile;
import java.util.List;
import java.util.stream.Collectors;

/** The services outside: which are open, to whom, and what each is told. */
public record ConnectorListPage(List<Connector> connectors, boolean decides) implements Page {
    /** The attributes of a service, in words. */
    public static String told(Connector one) {
        return one.attributes().isEmpty()
                ? t("connectors.told-nothing")
                : one.attributes().stream()
                        .map(attribute -> t("connectors.attribute." + attribute))
                        .collect(Collectors.joining(", "));
    }

    /** The profiles of a service, in words. */
    public static String people(Connector one) {
        return one.profiles().stream()
                .map(ConnectorListPage::people)
                .collect(Collectors.joining(", "));
    }

    /** A profile, in words. */
    public static String people(Profile profile) {
        return t("connectors.profile." + profile);
    }

    @Override
    public String title() {
        return t("connectors.title");
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public String width() {
        return "wide";
    }
}
