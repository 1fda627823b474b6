package fr.preau.cas;

import fr.preau.connectors.Admission;
import fr.preau.connectors.Connectors;
import fr.preau.connectors.Passage;
import fr.preau.connectors.ServiceAddress;
import fr.preau.web.Doorkeeper;
import fr.preau.web.Public;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a service sends the browser of somebody whom it does not know yet, or no longer. */
@Controller
class CasController {
    private final Connectors connectors;
    private final Admission admission;
    private final Passage passage;
    private final Tickets tickets;

    CasController(Connectors connectors, Admission admission, Passage passage, Tickets tickets) {
        this.connectors = connectors;
        this.admission = admission;
        this.passage = passage;
        this.tickets = tickets;
    }

    /**
     * What a service asks (2.1.1); {@code method} is ignored: the answer is always a redirection.
     */
    record Asked(@Nullable String service, @Nullable String renew, @Nullable String gateway) {
        boolean renews() {
            return "true".equals(renew);
        }

        /** Together with renew it means nothing. */
        boolean passes() {
            return "true".equals(gateway) && !renews();
        }

        String way() {
            return "/cas/login?service="
                    + URLEncoder.encode(String.valueOf(service), StandardCharsets.UTF_8)
                    + (renews() ? "&renew=true" : "");
        }
    }

    @Public
    @GetMapping("/cas/login")
    View enter(Asked asked, HttpServletRequest request, HttpServletResponse response) {
        var service = asked.service();
        if (service == null || service.isEmpty())
            return Redirect.to(Doorkeeper.visitOf(request) == null ? "/sign-in" : "/");
        var address = ServiceAddress.read(service);
        var connector = address.flatMap(connectors::at);
        if (connector.isEmpty()) return passage.unknown();
        var held = passage.held(request);
        var told = held.flatMap(one -> admission.of(connector.get(), one));
        if (told.isEmpty()) {
            if (asked.passes()) return passage.leave(service, request, response);
            return held.isEmpty()
                    ? passage.first(request, asked.way())
                    : passage.closed(connector.get(), request);
        }
        var fresh = tickets.isFresh(told.get().held());
        if (asked.renews() && !fresh) return passage.again(asked.way());
        var ticket = tickets.service(told.get(), service, fresh);
        return passage.on(
                told.get(), address.get().with(Map.of("ticket", ticket)), request, response);
    }

    /**
     * Where a service sends those who leave it (2.3); {@code url} of CAS 2 is not looked at, and
     * only a registered service is offered to go back to.
     */
    @Public
    @GetMapping("/cas/logout")
    View leave(
            @RequestParam(required = false) @Nullable String service, HttpServletRequest request) {
        var back =
                Optional.ofNullable(service)
                        .filter(one -> ServiceAddress.read(one).flatMap(connectors::at).isPresent())
                        .orElse("");
        return passage.leaving(request, back);
    }
}
