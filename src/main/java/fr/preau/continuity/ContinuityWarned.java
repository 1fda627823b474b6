package fr.preau.continuity;

import fr.preau.web.Fact;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A school is told what comes; once for each step and the day that it announces. Nobody did it: the
 * day has come.
 */
public record ContinuityWarned(Long school, long agreement, String step, LocalDate aboutOn)
        implements Fact {
    @Override
    public @Nullable Long account() {
        return null;
    }

    @Override
    public String identity() {
        return "continuity-warned " + school + " " + agreement + " " + step + " " + aboutOn;
    }

    @Override
    public String subject() {
        return "agreement " + agreement + " " + step + " " + aboutOn;
    }
}
