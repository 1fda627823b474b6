package fr.preau.access;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Doorkeeper;
import fr.preau.web.KeepsForms;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Recognises the visit behind the cookie. When the session has just ended, what a form brought is
 * kept for its owner.
 */
class SessionFilter extends OncePerRequestFilter {
    private final Sessions sessions;
    private final Walls walls;
    private final List<KeepsForms> keepers;

    SessionFilter(Sessions sessions, Walls walls, List<KeepsForms> keepers) {
        this.sessions = sessions;
        this.walls = walls;
        this.keepers = keepers;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var token = Cookies.SESSION.read(request).orElse(null);
        if (token != null) {
            var visit = sessions.visit(token);
            visit.ifPresent(v -> Doorkeeper.welcome(request, v));
            if (visit.isEmpty()) {
                var account = sessions.endedAccount(token);
                if (request.getMethod().equals("POST")) account.ifPresent(a -> keep(a, request));
                // The cookie tells whose text a late form brings: it stays as long as that is
                // known.
                else if (account.isEmpty()) Cookies.SESSION.clear(request, response);
            }
        }
        chain.doFilter(request, response);
    }

    private void keep(long account, HttpServletRequest request) {
        walls.as(
                Wall.DOOR,
                () -> {
                    for (var keeper : keepers) {
                        var place =
                                keeper.keep(
                                        account,
                                        request.getRequestURI(),
                                        request.getParameterMap());
                        place.ifPresent(path -> Doorkeeper.keptAt(request, path));
                        if (place.isPresent()) return;
                    }
                });
    }
}
