package fr.preau.liaison;

import fr.preau.web.Fact;

/** A note has gone to its families. */
public record NoteSent(Long school, long note, Long account, Long person, int children)
        implements Fact {
    @Override
    public String identity() {
        return "note-sent " + note;
    }

    @Override
    public String subject() {
        return "note " + note;
    }
}
