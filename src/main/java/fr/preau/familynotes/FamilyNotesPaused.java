package fr.preau.familynotes;

import fr.preau.web.Fact;
import java.time.Instant;
import java.time.LocalDate;

/** The notes of families to a class wait until a day. */
public record FamilyNotesPaused(
        Long school, long schoolClass, LocalDate reopensOn, Long account, Long person, Instant at)
        implements Fact {
    @Override
    public String identity() {
        return "family-notes-paused " + schoolClass + " " + at;
    }

    @Override
    public String subject() {
        return "class " + schoolClass;
    }
}
