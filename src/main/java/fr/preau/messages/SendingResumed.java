package fr.preau.messages;

import fr.preau.web.Fact;

/** A stop is lifted. */
public record SendingResumed(Long school, long stop, Long account, Long person) implements Fact {
    @Override
    public String identity() {
        return "sending-resumed " + stop;
    }

    @Override
    public String subject() {
        return "stop " + stop;
    }
}
