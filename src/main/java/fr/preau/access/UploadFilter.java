package fr.preau.access;

import fr.preau.web.Doorkeeper;
import fr.preau.web.TroublePage;
import fr.preau.web.Views;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Files are for those who are inside: before a form's token can be read, all that came with it is
 * written to the disk. What a stranger brings is refused unread beyond what a form may weigh.
 */
class UploadFilter extends OncePerRequestFilter {
    /** A recording and its note, of somebody whose session has just ended, still fit. */
    private static final long MOST_BYTES = 12_000_000;

    private final Views views;

    UploadFilter(Views views) {
        this.views = views;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Doorkeeper.visitOf(request) == null && bringsFiles(request) && isHeavy(request))
            views.show(new TroublePage(413, "heavy", ""), request, response);
        else chain.doFilter(request, response);
    }

    private static boolean bringsFiles(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /** What does not say how long it is may be anything. */
    private static boolean isHeavy(HttpServletRequest request) {
        var length = request.getContentLengthLong();
        return length < 0 || length > MOST_BYTES;
    }
}
