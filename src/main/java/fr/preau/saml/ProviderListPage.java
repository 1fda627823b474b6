package fr.preau.saml;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The doors kept by others: which are open, what they sign with and until when; and our own. */
public record ProviderListPage(
        List<Row> rows,
        boolean ready,
        boolean decides,
        String entity,
        String metadata,
        List<Shown> ours)
        implements Page {
    /** One door, in words. */
    public record Row(
            String slug,
            String name,
            String entityId,
            boolean open,
            boolean demo,
            boolean told,
            List<Shown> certificates) {
        /** The name as a title begins. */
        public String title() {
            return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        }
    }

    /** A certificate as people compare it. */
    public record Shown(String fingerprint, Instant until, boolean over, boolean soon) {
        private static final java.time.Duration SOON = java.time.Duration.ofDays(60);

        static Shown of(X509Certificate certificate, Instant now) {
            var until = certificate.getNotAfter().toInstant();
            return new Shown(
                    Certificates.fingerprint(certificate),
                    until,
                    until.isBefore(now),
                    until.isBefore(now.plus(SOON)));
        }
    }

    @Override
    public String title() {
        return t("saml.providers.title");
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
