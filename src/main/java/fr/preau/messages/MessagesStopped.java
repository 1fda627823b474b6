package fr.preau.messages;

import fr.preau.web.Fact;
import org.jspecify.annotations.Nullable;

/** What was on its way from those whom a stop holds waits with them. */
public record MessagesStopped(long stop) implements Fact {
    @Override
    public @Nullable Long school() {
        return null;
    }

    @Override
    public @Nullable Long account() {
        return null;
    }

    @Override
    public String identity() {
        return "messages-stopped " + stop;
    }

    @Override
    public String subject() {
        return "stop " + stop;
    }
}
