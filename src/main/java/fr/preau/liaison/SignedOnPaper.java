package fr.preau.liaison;

import fr.preau.web.Fact;
import java.time.Instant;

/** The school has noted a signature that it read on paper. */
public record SignedOnPaper(
        Long school, long note, long pupil, long guardian, Long account, Long person, Instant at)
        implements Fact {
    @Override
    public String identity() {
        return "signed-on-paper " + note + " " + pupil + " " + guardian + " " + at;
    }

    @Override
    public String subject() {
        return "note " + note + " pupil " + pupil + " guardian " + guardian;
    }
}
