package fr.preau.messages;

import fr.preau.web.Fact;

/** Sending is stopped for somebody, a class, a school or a node; or a drill of it. */
public record SendingStopped(Long school, long stop, boolean drill, Long account, Long person)
        implements Fact {
    @Override
    public String identity() {
        return "sending-stopped " + stop;
    }

    @Override
    public String subject() {
        return "stop " + stop;
    }
}
