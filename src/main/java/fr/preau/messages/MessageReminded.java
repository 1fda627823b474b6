package fr.preau.messages;

import fr.preau.web.Fact;
import java.time.Instant;

/** Those who have not read a message are asked once more. */
public record MessageReminded(Long school, long message, Instant at, Long account, Long person)
        implements Fact {
    @Override
    public String identity() {
        return "message-reminded " + message + " " + at;
    }

    @Override
    public String subject() {
        return "message " + message;
    }
}
