package fr.preau.liaison;

import fr.preau.web.Fact;
import java.time.Instant;

/** A guardian has signed a note for one child. */
public record NoteSigned(Long school, long note, long pupil, Long account, Long person, Instant at)
        implements Fact {
    @Override
    public String identity() {
        return "note-signed " + note + " " + pupil + " " + person + " " + at;
    }

    @Override
    public String subject() {
        return "note " + note + " pupil " + pupil;
    }
}
