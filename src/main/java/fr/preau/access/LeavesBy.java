package fr.preau.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Features whose other side is told, in the browser, when somebody signs out here. */
public interface LeavesBy {
    /**
     * The absolute address where the browser goes for it, made for this once; empty when this
     * session has no such side.
     */
    Optional<String> leavesBy(long session, HttpServletRequest request);
}
