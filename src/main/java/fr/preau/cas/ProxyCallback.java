package fr.preau.cas;

import fr.preau.cas.Tickets.Good;
import fr.preau.connectors.Connectors;
import fr.preau.connectors.Outside;
import fr.preau.connectors.ServiceAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Hands a granting ticket to the service that asks for one, at an address that is registered for it
 * and nowhere else: this is the one place where an address from a request is called.
 */
@Component
class ProxyCallback {
    private final Tickets tickets;
    private final Connectors connectors;
    private final Outside outside;

    ProxyCallback(Tickets tickets, Connectors connectors, Outside outside) {
        this.tickets = tickets;
        this.connectors = connectors;
        this.outside = outside;
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
                        && ticket.told().connector().callbacks().stream()
                                .flatMap(one -> ServiceAddress.read(one).stream())
                                .anyMatch(one -> one.covers(address.get()));
        if (!registered) return Optional.empty();
        var granting = tickets.granting(ticket, asked);
        var name = Tickets.make("PGTIOU-");
        var asks = new LinkedHashMap<String, String>();
        asks.put("pgtIou", name);
        asks.put("pgtId", granting);
        var status =
                outside.status(HttpRequest.newBuilder(URI.create(address.get().with(asks))))
                        .exceptionally(e -> 0)
                        .join();
        return status == 200 ? Optional.of(name) : Optional.empty();
    }
}
