package fr.preau.samlidp;

import fr.preau.access.ForeignForms;
import fr.preau.access.OpenSessions.Held;
import fr.preau.connectors.Admission;
import fr.preau.connectors.Connector;
import fr.preau.connectors.Connectors;
import fr.preau.connectors.Passage;
import fr.preau.connectors.ServiceAddress;
import fr.preau.saml.Posted;
import fr.preau.saml.Redirected;
import fr.preau.saml.Refusal;
import fr.preau.saml.ServiceKeys;
import fr.preau.web.NotFound;
import fr.preau.web.Public;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a service sends a browser to learn who is there (SAML profiles, 4.1). A request may be
 * posted by the service's site, without a token of our forms: it changes nothing here, and is only
 * sent on to the address that answers, where it is verified.
 */
@Controller
class SignOnController implements ForeignForms {
    private static final String CLASSES = "urn:oasis:names:tc:SAML:2.0:ac:classes:";
    private static final String USUAL = CLASSES + "PasswordProtectedTransport";

    /** What entering here may be called, whatever its way was. */
    private static final List<String> CONTEXTS =
            List.of(USUAL, CLASSES + "Password", CLASSES + "unspecified");

    /** Whoever has just entered for this very purpose is not asked again. */
    private static final Duration JUST_ENTERED = Duration.ofMinutes(5);

    private final Connectors connectors;
    private final Admission admission;
    private final Passage passage;
    private final Belief belief;
    private final Answers answers;
    private final OurDoor door;
    private final ServiceKeys keys;
    private final Clock clock;

    SignOnController(
            Connectors connectors,
            Admission admission,
            Passage passage,
            Belief belief,
            Answers answers,
            OurDoor door,
            ServiceKeys keys,
            Clock clock) {
        this.connectors = connectors;
        this.admission = admission;
        this.passage = passage;
        this.belief = belief;
        this.answers = answers;
        this.door = door;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public List<String> paths() {
        return List.of(OurDoor.SIGN_ON);
    }

    @Public
    @PostMapping(OurDoor.SIGN_ON)
    View bring(
            @RequestParam(name = "SAMLRequest", defaultValue = "") String message,
            @RequestParam(name = "RelayState", required = false) @Nullable String relay) {
        try {
            return Redirect.to(way(Posted.query(message, relay)));
        } catch (Refusal refusal) {
            return new UnansweredPage();
        }
    }

    /**
     * @param kept the query of a request that had to wait until its holder had entered
     */
    @Public
    @GetMapping(OurDoor.SIGN_ON)
    View ask(
            @RequestParam(required = false) @Nullable String kept,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!keys.ready()) throw new NotFound();
        var query = kept == null ? request.getQueryString() : unfolded(kept);
        try {
            var came =
                    Posted.isIn(query) ? Posted.read(query) : Redirected.read(query, "SAMLRequest");
            var sender = belief.sender(came);
            if (sender.isEmpty()) return passage.unknown();
            belief.of(came, "AuthnRequest", sender.get(), door.signOn(request));
            var address =
                    Asked.address(came, sender.get())
                            .flatMap(ServiceAddress::read)
                            .filter(connectors::allowed);
            // Nobody is led to an address that is not registered, not even to be told of an error.
            if (address.isEmpty()) return passage.unknown();
            return answer(
                    new Request(sender.get(), address.get(), Asked.of(came), query),
                    request,
                    response);
        } catch (Refusal refusal) {
            return new UnansweredPage();
        }
    }

    /** A request that is believed; {@code query} is how it came, to come back to it. */
    private record Request(
            Connector sender, ServiceAddress address, Asked asked, @Nullable String query) {}

    private View answer(Request one, HttpServletRequest request, HttpServletResponse response) {
        var asked = one.asked();
        var way = new Answers.Way(asked, door.entity(request), one.address().written());
        var naming = Naming.asked(asked.format());
        var context = context(asked);
        if (naming.isEmpty()) return nothing(Status.INVALID_NAME_ID_POLICY, one, way, response);
        if (context.isEmpty()) return nothing(Status.NO_AUTHN_CONTEXT, one, way, response);
        var held = passage.held(request);
        if (held.isEmpty())
            return asked.passive()
                    ? nothing(Status.NO_PASSIVE, one, way, response)
                    : passage.first(request, way(one.query()));
        var told = admission.of(one.sender(), held.get());
        if (told.isEmpty())
            return asked.passive()
                    ? nothing(Status.REQUEST_DENIED, one, way, response)
                    : passage.closed(one.sender(), request);
        if (asked.forces() && !isFresh(held.get()))
            return asked.passive()
                    ? nothing(Status.NO_PASSIVE, one, way, response)
                    : passage.again(way(one.query()));
        return passage.post(
                told.get(),
                one.address(),
                answers.about(told.get(), naming.get(), context.get(), way),
                response);
    }

    private View nothing(
            Status status, Request one, Answers.Way way, HttpServletResponse response) {
        return passage.post(one.sender(), one.address(), answers.nothing(status, way), response);
    }

    private static Optional<String> context(Asked asked) {
        if (asked.contexts().isEmpty()) return Optional.of(USUAL);
        return asked.contexts().stream().filter(CONTEXTS::contains).findFirst();
    }

    private boolean isFresh(Held held) {
        return Duration.between(held.since(), clock.instant()).compareTo(JUST_ENTERED) <= 0;
    }

    /** Letters that every page on the way lets through: what was signed must come back as it is. */
    private static String way(@Nullable String query) {
        return OurDoor.SIGN_ON
                + "?kept="
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                Objects.requireNonNullElse(query, "")
                                        .getBytes(StandardCharsets.UTF_8));
    }

    private static String unfolded(String kept) {
        try {
            return new String(Base64.getUrlDecoder().decode(kept), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
