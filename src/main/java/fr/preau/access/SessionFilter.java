package fr.preau.access;

import fr.preau.web.Doorkeeper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises the visit behind the cookie. */
class SessionFilter extends OncePerRequestFilter {
    private final Sessions sessions;

    SessionFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var token = Cookies.SESSION.read(request).orElse(null);
        if (token != null) {
            var visit = sessions.visit(token);
            visit.ifPresent(v -> Doorkeeper.welcome(request, v));
            // The cookie tells whose text a late form brings: it stays as long as that is known.
            if (visit.isEmpty()
                    && !request.getMethod().equals("POST")
                    && sessions.endedAccount(token).isEmpty()) {
                Cookies.SESSION.clear(request, response);
            }
        }
        chain.doFilter(request, response);
    }
}
