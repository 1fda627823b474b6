package fr.preau.liaison;

import fr.preau.web.Fact;
import java.time.Instant;

/** A guardian has answered a note for one child, or changed the answer. */
public record NoteReplied(
        Long school, long note, long pupil, Long account, Long person, boolean changed, Instant at)
        implements Fact {
    @Override
    public String identity() {
        return "note-replied " + note + " " + pupil + " " + person + " " + at;
    }

    @Override
    public String subject() {
        return "note " + note + " pupil " + pupil;
    }
}
