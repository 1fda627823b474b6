package fr.preau.saml;

import fr.preau.access.ForeignForms;
import fr.preau.access.LeavesBy;
import fr.preau.web.NotFound;
import fr.preau.web.Public;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where providers say that somebody signs out, and answer when we have said so. A form of theirs
 * carries no token of ours: the signature of the message, which is looked at before anything is
 * done, stands in its place. Nothing here depends on who is in front of the browser.
 */
@Controller
class SingleLogoutController implements ForeignForms, LeavesBy {
    private static final String ASKS = "SAMLRequest";

    private final SingleLogout logout;
    private final ServiceKeys keys;

    SingleLogoutController(SingleLogout logout, ServiceKeys keys) {
        this.logout = logout;
        this.keys = keys;
    }

    @Override
    public List<String> paths() {
        return List.of(ServiceProvider.SIGN_OUT);
    }

    @Override
    public Optional<String> leavesBy(long session, HttpServletRequest request) {
        return logout.leads(session, request);
    }

    @Public
    @GetMapping(ServiceProvider.SIGN_OUT)
    View brought(HttpServletRequest request) {
        if (!keys.ready()) throw new NotFound();
        var query = request.getQueryString();
        try {
            var asks = query != null && query.contains(ASKS + "=");
            return view(Redirected.read(query, asks ? ASKS : Redirected.ANSWER), asks, request);
        } catch (Refusal refusal) {
            return refused();
        }
    }

    @Public
    @PostMapping(ServiceProvider.SIGN_OUT)
    View posted(
            @RequestParam(name = ASKS, defaultValue = "") String asked,
            @RequestParam(name = Redirected.ANSWER, defaultValue = "") String answer,
            @RequestParam(name = "RelayState", required = false) @Nullable String relay,
            HttpServletRequest request) {
        if (!keys.ready()) throw new NotFound();
        try {
            var asks = !asked.isEmpty();
            var kind = asks ? SignOutMessages.REQUEST : SignOutMessages.ANSWER;
            return view(Posted.of(asks ? asked : answer, relay, kind), asks, request);
        } catch (Refusal refusal) {
            return refused();
        }
    }

    private View view(Message came, boolean asks, HttpServletRequest request) {
        if (asks) return logout.asked(came, request).<View>map(Redirect::to).orElse(refused());
        return logout.answered(came, request)
                .<View>map(done ->
                        Redirect.to("/sign-in")
                                .saying(done ? "saml.left.both" : "saml.left.here-only"))
                .orElse(refused());
    }

    private static View refused() {
        return Redirect.to("/saml/arrival/sign-out-refused");
    }
}
