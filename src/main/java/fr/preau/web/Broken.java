package fr.preau.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** A request that ended before any handler: refused as unreadable, or broken in a filter. */
final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean unreadable;

    private Broken(boolean unreadable, @Nullable Throwable cause) {
        super(null, cause, false, true);
        this.unreadable = unreadable;
    }

    static Broken by(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return new Broken(status instanceof Integer s && s < 500, (Throwable) cause);
    }

    boolean isUnreadable() {
        return unreadable;
    }
}
