package fr.preau.saml;

import fr.preau.access.Joining;
import fr.preau.saml.Entering.Outcome;
import fr.preau.saml.IdentityProvider.Kind;
import fr.preau.web.Doorkeeper;
import fr.preau.web.NotFound;
import fr.preau.web.Public;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The doors that others keep, as a browser passes them. */
@Controller
class SamlController {
    private static final String ARRIVAL = "/saml/arrival";

    private final IdentityProviders providers;
    private final ServiceProvider service;
    private final ServiceKeys keys;
    private final Entering entering;

    SamlController(
            IdentityProviders providers,
            ServiceProvider service,
            ServiceKeys keys,
            Entering entering) {
        this.providers = providers;
        this.service = service;
        this.keys = keys;
        this.entering = entering;
    }

    @Public
    @GetMapping("/saml/metadata")
    ResponseEntity<String> metadata(HttpServletRequest request) {
        if (!keys.ready()) throw new NotFound();
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/samlmetadata+xml;charset=UTF-8"))
                .body(service.metadata(request));
    }

    @Public
    @GetMapping("/saml/{provider}")
    View leave(
            @PathVariable String provider,
            @RequestParam(required = false) @Nullable String then,
            HttpServletRequest request,
            HttpServletResponse response) {
        return Redirect.to(entering.leave(open(provider), then, request, response).toASCIIString());
    }

    /**
     * Where the other site posts its answer. The browser sends none of our own cookies with it but
     * the mark: whatever comes next is asked for by an address of ours.
     */
    @Public
    @PostMapping("/saml/{provider}/acs")
    View back(
            @PathVariable String provider,
            @RequestParam(name = "SAMLResponse", defaultValue = "") String message,
            HttpServletRequest request) {
        var door = open(provider);
        var outcome = entering.back(door, message, request);
        return Redirect.to(
                outcome == Outcome.ARRIVED ? ARRIVAL : ARRIVAL + "/" + word(outcome, door));
    }

    private static String word(Outcome outcome, IdentityProvider door) {
        if (outcome == Outcome.REFUSED) return "refused";
        return door.kind() == Kind.EDUCONNECT ? "unknown-family" : "unknown-agent";
    }

    @Public
    @GetMapping(ARRIVAL)
    View arrive(HttpServletRequest request, HttpServletResponse response) {
        var visit = Doorkeeper.visitOf(request);
        if (visit != null && entering.joins(visit.actor(), request))
            return Redirect.to(Joining.CONFIRMATION);
        var choices = entering.choices(request);
        return choices.size() > 1
                ? new ArrivalPage(choices.stream().map(one -> one.name()).toList())
                : enter(0, request, response);
    }

    @Public
    @PostMapping(ARRIVAL)
    View choose(
            @RequestParam(defaultValue = "-1") int choice,
            HttpServletRequest request,
            HttpServletResponse response) {
        return enter(choice, request, response);
    }

    private View enter(int choice, HttpServletRequest request, HttpServletResponse response) {
        // A choice sent twice: the first has already opened a session.
        var otherwise = Doorkeeper.visitOf(request) == null ? ARRIVAL + "/refused" : "/";
        return Redirect.to(entering.enter(choice, request, response).orElse(otherwise));
    }

    /** What to do now, for those whom the answer did not let in; tells nothing of why. */
    @Public
    @GetMapping(ARRIVAL + "/{outcome}")
    View outcome(@PathVariable String outcome) {
        if (!StrangerPage.OUTCOMES.contains(outcome)) throw new NotFound();
        return new StrangerPage(outcome);
    }

    private IdentityProvider open(String slug) {
        if (!keys.ready()) throw new NotFound();
        return providers.open(slug).orElseThrow(NotFound::new);
    }
}
