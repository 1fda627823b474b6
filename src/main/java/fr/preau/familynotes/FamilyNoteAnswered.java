package fr.preau.familynotes;

import fr.preau.web.Fact;
import java.time.Instant;

/** The school has answered a family's note, or answered it anew. */
public record FamilyNoteAnswered(
        Long school, long note, long pupil, Long account, Long person, Instant at) implements Fact {
    @Override
    public String identity() {
        return "family-note-answered " + note + " " + at;
    }

    @Override
    public String subject() {
        return "family-note " + note + " pupil " + pupil;
    }
}
