package fr.preau.messages;

import fr.preau.web.Actor;
import java.util.Optional;

/** Looks at every message that is about to leave, and may keep it for a second person. */
public interface Watch {
    /**
     * @param text the words alone, as typed
     */
    record Leaving(Actor author, long school, String text, Weight weight) {}

    /** Why it waits, as a reason that the watch knows; empty when it leaves. */
    Optional<String> over(Leaving leaving);

    /** It is written, under this number, and waits or has left as {@link #over} has said. */
    void noted(Leaving leaving, long message, Optional<String> reason);
}
