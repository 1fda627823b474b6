package fr.preau.cas;

import fr.preau.cas.Tickets.Good;
import fr.preau.connectors.Connectors;
import fr.preau.connectors.ServiceAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Hands a granting ticket to the service that asks for one, at an address that is registered for it
 * and nowhere else: this is the one place where an address from a request is called.
 */
@Component
class ProxyCallback {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Tickets tickets;
    private final Connectors connectors;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    ProxyCallback(Tickets tickets, Connectors connectors) {
        this.tickets = tickets;
        this.connectors = connectors;
    }

    /**
     * Calls the address with a granting ticket and a name for it (2.5.4); the service at its end is
     * proved by its certificate.
     *
     * @return the name, by which the service finds the ticket that it was handed; empty when the
     *     address is not registered or did not answer 200
     */
    Optional<String> grant(Good ticket, String asked) {
        var address = ServiceAddress.read(asked).filter(connectors::allowed);
        var registered =
                address.isPresent()
                        && ticket.connector().callbacks().stream()
                                .flatMap(one -> ServiceAddress.read(one).stream())
                                .anyMatch(one -> one.covers(address.get()));
        if (!registered) return Optional.empty();
        var granting = tickets.granting(ticket, asked);
        var name = Tickets.make("PGTIOU-");
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        ServiceAddress.read(address.get().with("pgtIou", name))
                                                .orElseThrow()
                                                .with("pgtId", granting)))
                        .timeout(PATIENCE)
                        .GET()
                        .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200
                    ? Optional.of(name)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
