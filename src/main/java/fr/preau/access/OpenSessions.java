package fr.preau.access;

import fr.preau.web.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The sessions that are open here, for features that tell others who somebody is: what is told is
 * told of a session, and is over with it.
 */
@Component
public class OpenSessions {
    private final Sessions sessions;

    OpenSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * A session in which nothing is due any more.
     *
     * @param session its number, which stays when its cookie is changed
     * @param since when somebody entered
     * @param proved whether a second factor was given in it
     */
    public record Held(long session, Actor actor, Instant since, boolean proved) {}

    /** The session of this browser; empty when there is none, or something is still due in it. */
    public Optional<Held> held(HttpServletRequest request) {
        return Cookies.SESSION.read(request).flatMap(sessions::held);
    }

    /** The session of this number; empty when it has ended, or something is due in it. */
    public Optional<Held> held(long session) {
        return sessions.held(session);
    }

    /** Whoever holds this account is out, on every device. */
    public void close(long account) {
        sessions.endAll(account);
    }
}
