package fr.preau.access;

import fr.preau.web.Doorkeeper;
import fr.preau.web.Live;
import fr.preau.web.Visit;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises the visit behind the cookie, and the browser that it is in. */
class SessionFilter extends OncePerRequestFilter {
    private final Sessions sessions;
    private final Devices devices;

    SessionFilter(Sessions sessions, Devices devices) {
        this.sessions = sessions;
        this.devices = devices;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var token = Cookies.SESSION.read(request).orElse(null);
        if (token != null) {
            var client = Client.of(request);
            var visit = sessions.visit(token, client, !Live.isStream(request));
            visit.ifPresent(seen -> Doorkeeper.welcome(request, seen.visit()));
            if (visit.isPresent() && !visit.get().met())
                meet(token, visit.get().visit(), client, request, response);
            // The cookie tells whose text a late form brings: it stays as long as that is known.
            if (visit.isEmpty()
                    && !request.getMethod().equals("POST")
                    && sessions.endedAccount(token).isEmpty()) {
                Cookies.SESSION.clear(request, response);
            }
        }
        chain.doFilter(request, response);
    }

    /** Once the second factor is proved: a password alone makes no device known. */
    private void meet(
            String token,
            Visit visit,
            Client client,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (visit.due() == Visit.Due.SECOND_FACTOR) return;
        var browser = Cookies.DEVICE.read(request).orElseGet(() -> Tokens.make(256));
        devices.meet(token, browser, client, visit.actor().place());
        Cookies.DEVICE.write(request, response, browser);
        sessions.met(token);
    }
}
