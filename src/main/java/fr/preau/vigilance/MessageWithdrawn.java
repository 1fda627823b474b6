package fr.preau.vigilance;

import fr.preau.web.Fact;
import org.jspecify.annotations.Nullable;

/** A message was taken back by somebody who has the hand on it. */
public record MessageWithdrawn(long place, long message, Long account, Long person)
        implements Fact {
    /** Who reports and who decides is for no school: its director may be the author. */
    @Override
    public @Nullable Long school() {
        return null;
    }

    @Override
    public String identity() {
        return "message-withdrawn " + message;
    }

    @Override
    public String subject() {
        return "message " + message;
    }
}
