package fr.preau.cas;

import fr.preau.cas.Tickets.Good;
import fr.preau.cas.Tickets.Kind;
import fr.preau.cas.ValidationAnswer.Failure;
import fr.preau.cas.ValidationAnswer.Success;
import fr.preau.connectors.Admission;
import fr.preau.connectors.Connectors;
import fr.preau.connectors.Release;
import fr.preau.connectors.ServiceAddress;
import fr.preau.connectors.Visits;
import fr.preau.web.Public;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a service shows the ticket that a browser brought. A ticket is spent by being shown, even
 * wrongly; nothing here looks at the cookies of whoever asks.
 */
@Controller
class ValidationController {
    private final Tickets tickets;
    private final Connectors connectors;
    private final Admission admission;
    private final Release release;
    private final Visits visits;
    private final ProxyCallback callback;

    ValidationController(
            Tickets tickets,
            Connectors connectors,
            Admission admission,
            Release release,
            Visits visits,
            ProxyCallback callback) {
        this.tickets = tickets;
        this.connectors = connectors;
        this.admission = admission;
        this.release = release;
        this.visits = visits;
        this.callback = callback;
    }

    /** What a service sends to have a ticket validated. */
    record Shown(
            @Nullable String service,
            @Nullable String ticket,
            @Nullable String pgtUrl,
            @Nullable String renew,
            @Nullable String format) {
        boolean renews() {
            return "true".equals(renew);
        }
    }

    @Public
    @GetMapping("/cas/validate")
    ResponseEntity<String> first(Shown shown) {
        var outcome = validate(shown, false);
        var good = outcome.good();
        return answer(
                "text/plain;charset=UTF-8",
                good == null ? "no\n\n" : "yes\n" + release.subject(good.told()) + "\n");
    }

    @Public
    @GetMapping("/cas/serviceValidate")
    ResponseEntity<String> second(Shown shown) {
        return answer(shown, false, false);
    }

    @Public
    @GetMapping("/cas/proxyValidate")
    ResponseEntity<String> secondOfProxies(Shown shown) {
        return answer(shown, true, false);
    }

    @Public
    @GetMapping("/cas/p3/serviceValidate")
    ResponseEntity<String> third(Shown shown) {
        return answer(shown, false, true);
    }

    @Public
    @GetMapping("/cas/p3/proxyValidate")
    ResponseEntity<String> thirdOfProxies(Shown shown) {
        return answer(shown, true, true);
    }

    /**
     * A ticket for another service, in the name of somebody whose granting ticket one holds (2.7).
     */
    @Public
    @GetMapping("/cas/proxy")
    ResponseEntity<String> proxy(
            @RequestParam(defaultValue = "") String pgt,
            @RequestParam(defaultValue = "") String targetService,
            @RequestParam(required = false) @Nullable String format) {
        var writer = new ValidationAnswer(format);
        if (pgt.isEmpty() || targetService.isEmpty())
            return answer(writer.type(), writer.proxyFailure(Failure.INVALID_REQUEST));
        var granting = tickets.granted(pgt);
        if (granting.isEmpty())
            return answer(writer.type(), writer.proxyFailure(Failure.INVALID_TICKET));
        var held = granting.get().told().held();
        var target =
                ServiceAddress.read(targetService)
                        .flatMap(connectors::at)
                        .flatMap(one -> admission.of(one, held));
        if (target.isEmpty())
            return answer(writer.type(), writer.proxyFailure(Failure.UNAUTHORIZED_SERVICE));
        return answer(
                writer.type(),
                writer.proxySuccess(tickets.proxy(target.get(), targetService, granting.get())));
    }

    private record Outcome(@Nullable Good good, Failure failure) {
        static Outcome of(Failure failure) {
            return new Outcome(null, failure);
        }
    }

    private Outcome validate(Shown shown, boolean proxies) {
        var ticket = shown.ticket();
        var service = shown.service();
        if (ticket == null || ticket.isEmpty() || service == null || service.isEmpty())
            return Outcome.of(Failure.INVALID_REQUEST);
        // Spent first: whatever is wrong with it, it does not serve again.
        var spent = tickets.spend(ticket);
        if (spent.isEmpty()) return Outcome.of(Failure.INVALID_TICKET);
        var good = spent.get();
        if (!good.service().equals(service)) return Outcome.of(Failure.INVALID_SERVICE);
        if (good.kind() == Kind.PROXY && !proxies || shown.renews() && !good.fresh())
            return Outcome.of(Failure.INVALID_TICKET_SPEC);
        return new Outcome(good, Failure.INVALID_TICKET);
    }

    private ResponseEntity<String> answer(Shown shown, boolean proxies, boolean attributes) {
        var writer = new ValidationAnswer(shown.format());
        var outcome = validate(shown, proxies);
        var good = outcome.good();
        if (good == null) return answer(writer.type(), writer.failure(outcome.failure()));
        Optional<String> granting = Optional.empty();
        if (shown.pgtUrl() != null) {
            granting = callback.grant(good, shown.pgtUrl());
            if (granting.isEmpty())
                return answer(
                        writer.type(),
                        writer.failure(
                                good.told().connector().callbacks().isEmpty()
                                        ? Failure.UNAUTHORIZED_SERVICE_PROXY
                                        : Failure.INVALID_PROXY_CALLBACK));
        }
        var said = release.of(good.told());
        visits.remember(
                good.told(), good.service(), String.valueOf(shown.ticket()), said.subject());
        return answer(
                writer.type(),
                writer.success(
                        new Success(
                                said,
                                attributes,
                                good.told().held().since(),
                                good.fresh(),
                                granting.orElse(null),
                                good.kind() == Kind.PROXY ? good.proxies() : List.of())));
    }

    private static ResponseEntity<String> answer(String type, String body) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header("Cache-Control", "no-store")
                .body(body);
    }
}
