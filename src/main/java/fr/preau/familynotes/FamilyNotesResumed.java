package fr.preau.familynotes;

import fr.preau.web.Fact;
import java.time.Instant;

/** They are read again before that day. */
public record FamilyNotesResumed(
        Long school, long schoolClass, Long account, Long person, Instant at) implements Fact {
    @Override
    public String identity() {
        return "family-notes-resumed " + schoolClass + " " + at;
    }

    @Override
    public String subject() {
        return "class " + schoolClass;
    }
}
