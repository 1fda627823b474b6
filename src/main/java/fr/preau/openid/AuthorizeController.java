package fr.preau.openid;

import fr.preau.access.OpenSessions.Held;
import fr.preau.connectors.Admission;
import fr.preau.connectors.Connector;
import fr.preau.connectors.Connector.Protocol;
import fr.preau.connectors.Connectors;
import fr.preau.connectors.Passage;
import fr.preau.connectors.ServiceAddress;
import fr.preau.web.Public;
import fr.preau.web.Site;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a service sends a browser to learn who is there (Core 1.0, 3.1.2), and to sign out. */
@Controller
class AuthorizeController {
    static final String AUTHORIZE = "/oidc/authorize";
    static final String LOGOUT = "/oidc/logout";

    /** Whoever has just entered for this very purpose is not asked again. */
    private static final Duration JUST_ENTERED = Duration.ofMinutes(5);

    private final Connectors connectors;
    private final Admission admission;
    private final Passage passage;
    private final Grants grants;
    private final Site site;
    private final Clock clock;

    AuthorizeController(
            Connectors connectors,
            Admission admission,
            Passage passage,
            Grants grants,
            Site site,
            Clock clock) {
        this.connectors = connectors;
        this.admission = admission;
        this.passage = passage;
        this.grants = grants;
        this.site = site;
        this.clock = clock;
    }

    /** What a service asks; names are those of the protocol. */
    record Asked(
            @Nullable String client_id,
            @Nullable String redirect_uri,
            @Nullable String response_type,
            @Nullable String response_mode,
            @Nullable String scope,
            @Nullable String state,
            @Nullable String nonce,
            @Nullable String prompt,
            @Nullable String max_age,
            @Nullable String code_challenge,
            @Nullable String code_challenge_method,
            @Nullable String request,
            @Nullable String request_uri) {
        boolean prompts(String what) {
            return words(prompt).contains(what);
        }

        static java.util.List<String> words(@Nullable String text) {
            return Arrays.asList(Objects.requireNonNullElse(text, "").split(" "));
        }
    }

    @Public
    @GetMapping(AUTHORIZE)
    View ask(Asked asked, HttpServletRequest request, HttpServletResponse response) {
        var connector =
                connectors.named(
                        Protocol.OPENID, Objects.requireNonNullElse(asked.client_id(), ""));
        var address = asked.redirect_uri();
        // Nobody is led to an address that is not registered, not even to be told of an error.
        if (connector.isEmpty()
                || address == null
                || !connector.get().addresses().contains(address)
                || ServiceAddress.read(address).filter(connectors::allowed).isEmpty())
            return passage.unknown();
        var wrong = wrong(asked, connector.get());
        if (wrong != null) return back(asked, "error", wrong, request, response);
        var silent = asked.prompts("none");
        var held = passage.held(request);
        if (held.isEmpty())
            return silent
                    ? back(asked, "error", "login_required", request, response)
                    : passage.first(request, way(request));
        var told = admission.of(connector.get(), held.get());
        if (told.isEmpty())
            return silent
                    ? back(asked, "error", "access_denied", request, response)
                    : passage.closed(connector.get(), request);
        if (mustEnterAgain(asked, held.get()))
            return silent
                    ? back(asked, "error", "login_required", request, response)
                    : passage.again(way(request));
        var code = grants.code(told.get(), address, asked.nonce(), asked.code_challenge());
        return passage.on(told.get(), address(asked, "code", code, request), request, response);
    }

    /** The error that a request deserves (3.1.2.6), or null. */
    private static @Nullable String wrong(Asked asked, Connector connector) {
        if (asked.request() != null) return "request_not_supported";
        if (asked.request_uri() != null) return "request_uri_not_supported";
        if (!"code".equals(asked.response_type())) return "unsupported_response_type";
        if (asked.response_mode() != null && !asked.response_mode().equals("query"))
            return "invalid_request";
        if (!Asked.words(asked.scope()).contains("openid")) return "invalid_scope";
        if (asked.prompts("none") && Asked.words(asked.prompt()).size() > 1)
            return "invalid_request";
        if (asked.max_age() != null && !asked.max_age().matches("[0-9]{1,8}"))
            return "invalid_request";
        if (asked.nonce() != null && asked.nonce().length() > 500) return "invalid_request";
        // RFC 9700, 2.1.1: without a secret of its own, a service proves itself by PKCE.
        if (asked.code_challenge() == null)
            return connector.sharedSecret() == null ? "invalid_request" : null;
        return "S256".equals(asked.code_challenge_method())
                        && asked.code_challenge().matches("[A-Za-z0-9_-]{43}")
                ? null
                : "invalid_request";
    }

    private boolean mustEnterAgain(Asked asked, Held held) {
        var age = Duration.between(held.since(), clock.instant());
        if (asked.prompts("login") || asked.prompts("select_account"))
            return age.compareTo(JUST_ENTERED) > 0;
        if (asked.max_age() == null) return false;
        var allowed = Duration.ofSeconds(Long.parseLong(asked.max_age()));
        // An age of zero would ask for ever: entering takes a moment.
        return age.compareTo(allowed.plusSeconds(10)) > 0;
    }

    private static String way(HttpServletRequest request) {
        return AUTHORIZE + "?" + Objects.requireNonNullElse(request.getQueryString(), "");
    }

    private View back(
            Asked asked,
            String name,
            String value,
            HttpServletRequest request,
            HttpServletResponse response) {
        return passage.leave(address(asked, name, value, request), request, response);
    }

    /** The registered address with an answer; {@code iss} says whose it is (RFC 9207). */
    private String address(Asked asked, String name, String value, HttpServletRequest request) {
        var answer = new LinkedHashMap<String, String>();
        answer.put(name, value);
        if (asked.state() != null) answer.put("state", asked.state());
        answer.put("iss", site.link(request, ""));
        return ServiceAddress.read(Objects.requireNonNull(asked.redirect_uri()))
                .orElseThrow()
                .with(answer);
    }

    /** Where a service sends those who leave it (RP-Initiated Logout 1.0). */
    @Public
    @GetMapping(LOGOUT)
    View leave(
            @RequestParam(name = "post_logout_redirect_uri", defaultValue = "") String address,
            HttpServletRequest request) {
        return passage.leaving(request, connectors.returns(address) ? address : "");
    }
}
