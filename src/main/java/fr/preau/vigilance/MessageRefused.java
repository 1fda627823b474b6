package fr.preau.vigilance;

import fr.preau.web.Fact;
import org.jspecify.annotations.Nullable;

/** A second person has given a message back with a word; nobody when none has decided in time. */
public record MessageRefused(
        Long school, long message, @Nullable Long account, @Nullable Long person) implements Fact {
    @Override
    public String identity() {
        return "message-refused " + message;
    }

    @Override
    public String subject() {
        return "message " + message;
    }
}
