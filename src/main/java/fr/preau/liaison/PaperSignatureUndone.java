package fr.preau.liaison;

import fr.preau.web.Fact;
import java.time.Instant;

/** A signature noted from paper was taken back: it was the wrong line. */
public record PaperSignatureUndone(
        Long school, long note, long pupil, long guardian, Long account, Long person, Instant at)
        implements Fact {
    @Override
    public String identity() {
        return "paper-undone " + note + " " + pupil + " " + guardian + " " + at;
    }

    @Override
    public String subject() {
        return "note " + note + " pupil " + pupil + " guardian " + guardian;
    }
}
