package fr.preau.push;

import fr.preau.mail.Outcome;
import fr.preau.web.Site;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes to devices. No redirection is followed, nothing of an answer is read but its status, and
 * none is waited for longer than five seconds.
 */
@Component
public class Push {
    private static final Logger LOG = LoggerFactory.getLogger(Push.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LARGEST = 64 * 1024;

    /** How long a service keeps it for a device that is off: tomorrow it is no news any more. */
    private static final Duration KEPT = Duration.ofDays(1);

    private static final int NOBODY = 404;
    private static final int GONE = 410;

    private final PushHosts hosts;
    private final PushKeys keys;
    private final Site site;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    Push(PushHosts hosts, PushKeys keys, Site site) {
        this.hosts = hosts;
        this.keys = keys;
        this.site = site;
    }

    /** What a browser is given before it asks: {@code point} in base64url. */
    public record Key(long id, String point) {}

    /** Whether this site writes to devices at all. */
    public boolean open() {
        return hosts.any();
    }

    public Key key() {
        return keys.newest();
    }

    /** A device as a browser describes it, when it is one that may be written to. */
    public Optional<Subscriber> subscriber(String endpoint, String point, String secret) {
        return hosts.admitted(endpoint).flatMap(uri -> Subscriber.of(uri, point, secret));
    }

    /**
     * {@code key}: the number of the key that the device holds to; {@code urgent}: shown even on a
     * device that saves its battery (RFC 8030, 5.3).
     */
    public Outcome send(Subscriber to, long key, String words, boolean urgent) {
        // Asked again: the list may have become shorter since.
        if (hosts.admitted(to.endpoint().toString()).isEmpty()
                || !hosts.leadsOutside(to.endpoint())) return new Outcome(Outcome.Kind.UNWANTED, 0);
        return keys.authorization(key, audience(to.endpoint()), contact())
                .map(ours -> outcome(status(request(to, ours, words, urgent))))
                .orElse(new Outcome(Outcome.Kind.REFUSED, 0));
    }

    private static HttpRequest request(Subscriber to, String ours, String words, boolean urgent) {
        var body = Sealed.of(words.getBytes(StandardCharsets.UTF_8), to);
        return HttpRequest.newBuilder(to.endpoint())
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(PATIENCE)
                .header("Authorization", ours)
                .header("Content-Encoding", "aes128gcm")
                .header("Content-Type", "application/octet-stream")
                .header("TTL", Long.toString(KEPT.toSeconds()))
                .header("Urgency", urgent ? "high" : "normal")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private static String audience(URI endpoint) {
        var port = endpoint.getPort();
        return endpoint.getScheme()
                + "://"
                + endpoint.getHost()
                + (port == -1 || port == 443 ? "" : ":" + port);
    }

    /** Whom a service may tell of trouble; it wants an address in https. */
    private String contact() {
        var here = site.link("/");
        return here.startsWith("https://") ? here : "mailto:preau@localhost.invalid";
    }

    private int status(HttpRequest request) {
        var sent =
                http.sendAsync(
                        request,
                        BodyHandlers.limiting(head -> BodySubscribers.replacing(null), LARGEST));
        try {
            return sent.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).statusCode();
        } catch (ExecutionException | TimeoutException e) {
            sent.cancel(true);
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /**
     * A device is given up only on its service's word that nobody is there; a body that it does not
     * take is not sent again; anything else may pass.
     */
    static Outcome outcome(int status) {
        if (status >= 200 && status < 300) return new Outcome(Outcome.Kind.SENT, status);
        if (status == NOBODY || status == GONE) return new Outcome(Outcome.Kind.REFUSED, status);
        LOG.warn("a push service answered {}", status);
        return new Outcome(
                status == 400 || status == 413 ? Outcome.Kind.UNWANTED : Outcome.Kind.LATER,
                status);
    }
}
