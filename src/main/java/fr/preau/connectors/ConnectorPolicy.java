package fr.preau.connectors;

import static fr.preau.web.Wording.t;

import fr.preau.connectors.Connector.Protocol;
import fr.preau.saml.Certificates;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import java.security.cert.CertificateException;
import java.util.List;

/** What a service must say of itself before it is registered. */
final class ConnectorPolicy {
    private ConnectorPolicy() {}

    /**
     * What is wrong with the form.
     *
     * @param unknown places that nobody knows
     */
    static Problems check(ConnectorForm form, List<String> unknown, Connectors connectors) {
        var problems = new Problems();
        if (ConnectorForm.text(form.title()).isEmpty()
                || ConnectorForm.slugOf(ConnectorForm.text(form.title())).isEmpty())
            problems.add("title", t("connectors.form.no-title"));
        if (ConnectorForm.text(form.purpose()).isEmpty())
            problems.add("purpose", t("connectors.form.no-purpose"));
        checkName(form, problems);
        checkAddresses(form, problems, connectors);
        if (form.way() == Protocol.SAML) checkSaml(form, problems, connectors);
        if (!unknown.isEmpty())
            problems.add("places", t("connectors.form.unknown-places", String.join(", ", unknown)));
        else if (ConnectorForm.lines(form.places()).isEmpty())
            problems.add("places", t("connectors.form.no-places"));
        if (form.people().isEmpty()) problems.add("profiles", t("connectors.form.no-profiles"));
        else if (form.people().contains(Profile.SUPPORT))
            problems.add("profiles", t("connectors.form.no-support"));
        return problems;
    }

    private static void checkName(ConnectorForm form, Problems problems) {
        var name = ConnectorForm.text(form.name());
        if (form.way() == Protocol.CAS) return;
        if (!name.matches("[!-~]{2,500}")) problems.add("name", t("connectors.form.no-name"));
    }

    private static void checkAddresses(
            ConnectorForm form, Problems problems, Connectors connectors) {
        var addresses = ConnectorForm.lines(form.addresses());
        if (addresses.isEmpty()) problems.add("addresses", t("connectors.form.no-addresses"));
        for (var address : addresses)
            if (!good(address, form.way() == Protocol.CAS, connectors))
                problems.add("addresses", t("connectors.form.bad-address", address));
        for (var address : ConnectorForm.lines(form.callbacks()))
            if (!good(address, form.way() == Protocol.CAS, connectors))
                problems.add("callbacks", t("connectors.form.bad-address", address));
    }

    private static void checkSaml(ConnectorForm form, Problems problems, Connectors connectors) {
        var out = ConnectorForm.text(form.signOut());
        if (!out.isEmpty() && !good(out, false, connectors))
            problems.add("signOut", t("connectors.form.bad-address", out));
        if (ConnectorForm.lines(form.callbacks()).size() > 1)
            problems.add("callbacks", t("connectors.form.one-callback"));
        try {
            for (var certificate : Pem.read(ConnectorForm.text(form.certificates())))
                if (!Certificates.isStrong(certificate))
                    problems.add("certificates", t("connectors.form.weak-key"));
        } catch (CertificateException e) {
            problems.add("certificates", t("connectors.form.bad-certificate"));
        }
    }

    /** The beginning of an address has no query; « https://a.fr » would be all of a server. */
    private static boolean good(String address, boolean beginning, Connectors connectors) {
        return ServiceAddress.read(address)
                .filter(connectors::allowed)
                .filter(one -> !beginning || one.query().isEmpty())
                .isPresent();
    }
}
