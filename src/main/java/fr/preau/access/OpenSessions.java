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
     * @param since when somebody entered
     * @param proved whether a second factor was given in it
     */
    public record Held(Actor actor, String name, Instant since, boolean proved) {}

    /** What a session is known by elsewhere: the hash of its cookie, never the cookie. */
    public Optional<byte[]> key(HttpServletRequest request) {
        return Cookies.SESSION.read(request).map(Tokens::hash);
    }

    /** The session of this key; empty when it has ended, or something is still due in it. */
    public Optional<Held> held(byte[] key) {
        return sessions.held(key);
    }
}
