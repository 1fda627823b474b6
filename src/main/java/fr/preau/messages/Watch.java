package fr.preau.messages;

import fr.preau.web.Actor;
import java.util.Optional;

/** Looks at every message that is about to leave, and may keep it for a second person. */
public interface Watch {
    /**
     * @param text the words alone, as typed
     */
    record Leaving(Actor author, long school, String text, Weight weight) {}

    Look over(Leaving leaving);

    /** What was seen of it. */
    interface Look {
        /** Why it waits, as a reason that the watch knows; empty when it leaves. */
        Optional<String> reason();

        /** It is written, under this number, and waits or has left as the reason has said. */
        void noted(long message);
    }
}
