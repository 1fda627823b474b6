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
 * When the session has just ended, what a form brought is kept for its owner; after the form's
 * token was checked, so that a forged form leaves nothing.
 */
class KeepFilter extends OncePerRequestFilter {
    private final Sessions sessions;
    private final Walls walls;
    private final List<KeepsForms> keepers;

    KeepFilter(Sessions sessions, Walls walls, List<KeepsForms> keepers) {
        this.sessions = sessions;
        this.walls = walls;
        this.keepers = keepers;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getMethod().equals("POST") && Doorkeeper.visitOf(request) == null)
            Cookies.SESSION
                    .read(request)
                    .flatMap(sessions::endedAccount)
                    .ifPresent(account -> keep(account, request));
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
