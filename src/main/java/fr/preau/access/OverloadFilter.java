package fr.preau.access;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.web.Views;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses at once what could only wait: when {@code most} others already wait for the database, one
 * more would slow them all, and virtual threads would let them pile up until the memory ends. The
 * person reads so, and programs are told when to come back (503 with {@code Retry-After}, RFC 9110
 * §15.6.4). Those who wait for the database are counted, not the requests: a slow upload takes
 * nobody's place.
 */
class OverloadFilter extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(OverloadFilter.class);
    private static final int RETRY_SECONDS = 5;
    private static final long A_MINUTE = 60_000_000_000L;

    private final HikariDataSource pool;
    private final Views views;
    private final int most;
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong toldAt = new AtomicLong(System.nanoTime() - A_MINUTE);

    OverloadFilter(HikariDataSource pool, Views views, int most) {
        this.pool = pool;
        this.views = views;
        this.most = most;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (waiting() < most) {
            chain.doFilter(request, response);
            return;
        }
        tell();
        response.setHeader("Retry-After", Integer.toString(RETRY_SECONDS));
        views.show(new CrowdedPage(again(request)), request, response);
    }

    /** A page is asked for again; what a form sends is sent again from where it was written. */
    private static String again(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) return "/";
        var query = request.getQueryString();
        return LocalPath.of(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    /** The pool has no counters before its first connection. */
    private int waiting() {
        var counters = pool.getHikariPoolMXBean();
        return counters == null ? 0 : counters.getThreadsAwaitingConnection();
    }

    /** One line a minute says how many were refused: a line for each would be one more load. */
    private void tell() {
        refused.incrementAndGet();
        var told = toldAt.get();
        var now = System.nanoTime();
        if (now - told >= A_MINUTE && toldAt.compareAndSet(told, now))
            log.warn("{} requests refused: too many wait for the database", refused.getAndSet(0));
    }
}
