package fr.preau.access;

import fr.preau.database.Turns;
import fr.preau.web.Tally;
import fr.preau.web.Views;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses at once what could only wait: when {@code most} others already wait for the database, one
 * more would slow them all, and virtual threads would let them pile up until the memory ends. The
 * person reads so and the page comes back by itself, at moments spread by chance; programs are told
 * when (503 with {@code Retry-After}, RFC 9110 §15.6.4). Those who wait for the database are
 * counted, not the requests: a slow upload takes nobody's place.
 *
 * <p>Whoever is inside, or has typed what they send, goes before those who open the first page and
 * is refused later than they are: whoever has begun ends.
 */
class OverloadFilter extends OncePerRequestFilter {
    private static final int SOONEST_SECONDS = 5;
    private static final int LATEST_SECONDS = 30;

    /** Whoever has begun goes before those who came as much earlier to begin. */
    private static final long HEAD_START = TimeUnit.SECONDS.toNanos(10);

    private final IntSupplier waiting;
    private final Views views;
    private final int most;
    private final Tally refused =
            new Tally(
                    LoggerFactory.getLogger(OverloadFilter.class),
                    "{} requests refused: too many wait for the database");

    OverloadFilter(IntSupplier waiting, Views views, int most) {
        this.waiting = waiting;
        this.views = views;
        this.most = most;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var begun = !request.getMethod().equals("GET") || Cookies.SESSION.read(request).isPresent();
        if (waiting.getAsInt() < (begun ? 2 * most : most)) {
            try (var turn = Turns.since(System.nanoTime() - (begun ? HEAD_START : 0))) {
                chain.doFilter(request, response);
            }
            return;
        }
        refused.count();
        var seconds = ThreadLocalRandom.current().nextInt(SOONEST_SECONDS, LATEST_SECONDS + 1);
        response.setHeader("Retry-After", Integer.toString(seconds));
        var again = again(request);
        if (again != null) response.setHeader("Refresh", Integer.toString(seconds));
        views.show(new CrowdedPage(again), request, response);
    }

    /** A page is asked for again; what a form sends is sent again from where it was written. */
    private static @Nullable String again(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) return null;
        var query = request.getQueryString();
        return LocalPath.of(request.getRequestURI() + (query == null ? "" : "?" + query));
    }
}
