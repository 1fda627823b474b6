package fr.preau.connectors;

import fr.preau.connectors.Connector.Protocol;
import fr.preau.saml.Certificates;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Certificates as services hand them over: one or several, each between two lines (RFC 7468). */
final class Pem {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";
    private static final Pattern ONE =
            Pattern.compile(BEGIN + "([A-Za-z0-9+/=\\s]+)" + END + "\\s*");
    private static final int LINE = 64;

    private Pem() {}

    /** Every certificate of the text; it must hold nothing else. */
    static List<X509Certificate> read(String text) throws CertificateException {
        var found = new ArrayList<X509Certificate>();
        var at = 0;
        for (var one = ONE.matcher(text); at < text.length(); at = one.end()) {
            if (!one.find(at) || one.start() != at) throw new CertificateException();
            var certificate = Certificates.read(one.group(1));
            if (!found.contains(certificate)) found.add(certificate);
        }
        return found;
    }

    /** As the table keeps them, of a text that was checked. */
    static List<String> kept(@Nullable String text) {
        try {
            return read(ConnectorForm.text(text)).stream().map(Certificates::write).toList();
        } catch (CertificateException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What the table keeps, as it was handed over. */
    static String write(List<String> certificates) {
        return certificates.stream()
                .map(one ->
                        BEGIN
                                + "\n"
                                + one.replaceAll("(.{" + LINE + "})(?=.)", "$1\n")
                                + "\n"
                                + END)
                .collect(Collectors.joining("\n"));
    }

    /** What two people read to each other to know that they speak of the same certificates. */
    static List<String> fingerprints(ConnectorForm form) {
        if (form.way() != Protocol.SAML) return List.of();
        try {
            return read(ConnectorForm.text(form.certificates())).stream()
                    .map(Certificates::fingerprint)
                    .toList();
        } catch (CertificateException e) {
            return List.of();
        }
    }
}
