package fr.preau.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * A request that ended before any handler: refused as unreadable or too heavy, or broken in a
 * filter.
 */
final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int TOO_LARGE = 413;

    private final boolean unreadable;
    private final boolean heavy;

    /**
     * @param status of HTTP
     */
    Broken(int status, @Nullable Throwable cause) {
        super(null, cause, false, true);
        this.unreadable = status < 500;
        this.heavy = status == TOO_LARGE;
    }

    static Broken by(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (cause instanceof InvalidParameterException garbled)
            return new Broken(garbled.getErrorCode(), garbled);
        return new Broken(status instanceof Integer s ? s : 500, (Throwable) cause);
    }

    /** For want of the database. */
    boolean isAway() {
        return getCause() instanceof CannotCreateTransactionException
                || getCause() instanceof DataAccessResourceFailureException;
    }

    boolean isHeavy() {
        return heavy;
    }

    boolean isUnreadable() {
        return unreadable;
    }
}
