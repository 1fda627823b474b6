package fr.preau.liaison;

import fr.preau.web.Fact;
import java.time.Instant;

/** A guardian, or the school from a paper, has answered a request, changed or taken back. */
public record DecisionMade(
        Long school, long note, long pupil, long decision, Long account, Long person, Instant at)
        implements Fact {
    @Override
    public String identity() {
        return "decision-made " + school + " " + decision;
    }

    @Override
    public String subject() {
        return "note " + note + " pupil " + pupil + " decision " + decision;
    }
}
