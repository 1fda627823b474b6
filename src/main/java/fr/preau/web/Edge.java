package fr.preau.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Where exceptions end: « not found » is a page, a bug is a page with a reference, logged once. */
@ControllerAdvice
class Edge {
    private static final Logger log = LoggerFactory.getLogger(Edge.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String RETRY_SECONDS = "10";

    private final Tally away = new Tally(log, "{} requests without a database");

    /** A stranger is sent to the door whatever the address: what exists is not told to them. */
    @ExceptionHandler({
        NotFound.class,
        NoHandlerFoundException.class,
        NoResourceFoundException.class,
        MethodArgumentTypeMismatchException.class,
        HttpRequestMethodNotSupportedException.class
    })
    View absent(HttpServletRequest request) {
        return Doorkeeper.visitOf(request) == null ? Redirect.to("/sign-in") : new NotFoundPage();
    }

    @ExceptionHandler(Instead.class)
    View instead(Instead other) {
        return other.view();
    }

    /** An address that lacks a part leads nowhere, whoever asks. */
    @ExceptionHandler({
        MissingServletRequestParameterException.class,
        ServletRequestBindingException.class
    })
    View incomplete(HttpServletRequest request) {
        return request.getMethod().equals("GET") ? absent(request) : unreadable();
    }

    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        HttpMediaTypeNotSupportedException.class,
        org.springframework.web.bind.MethodArgumentNotValidException.class
    })
    View unreadable() {
        return new TroublePage(400, "unreadable", "");
    }

    /** Parameters that are not UTF-8 or not encoded as they should be, or that are too many. */
    @ExceptionHandler(InvalidParameterException.class)
    View garbled(InvalidParameterException garbled, HttpServletResponse response) {
        return broken(new Broken(garbled.getErrorCode(), garbled), response);
    }

    /** The database is away or too slow: not a bug, and over in a moment. */
    @ExceptionHandler({
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class
    })
    View away(HttpServletResponse response) {
        away.count();
        response.setHeader("Retry-After", RETRY_SECONDS);
        return new TroublePage(503, "away", "");
    }

    @ExceptionHandler(Broken.class)
    View broken(Broken broken, HttpServletResponse response) {
        if (broken.isAway()) return away(response);
        if (broken.isHeavy()) return new TroublePage(413, "heavy", "");
        return broken.isUnreadable() ? unreadable() : bug(broken);
    }

    /** The browser has left, or its live stream has ended: nobody is there to be answered. */
    @ExceptionHandler({AsyncRequestNotUsableException.class, AsyncRequestTimeoutException.class})
    void gone() {}

    @ExceptionHandler(Throwable.class)
    View bug(Throwable bug) {
        var reference = reference();
        log.error("reference {} {}", reference, bug.getClass().getName(), withoutMessages(bug));
        return new TroublePage(500, "bug", reference);
    }

    /**
     * A message may quote a row or a form, and so a child's name: the log keeps classes and places
     * only.
     */
    static Throwable withoutMessages(Throwable bug) {
        var bare =
                new RuntimeException(
                        bug.getClass().getName(),
                        bug.getCause() == null ? null : withoutMessages(bug.getCause()));
        bare.setStackTrace(bug.getStackTrace());
        return bare;
    }

    private static String reference() {
        var bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
