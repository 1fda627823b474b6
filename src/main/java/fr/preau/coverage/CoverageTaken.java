package fr.preau.coverage;

import fr.preau.web.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A table of the coverage of a school year has been downloaded: counts, no person. */
record CoverageTaken(String table, int year, Long account, Long person, Instant at)
        implements Fact {
    @Override
    public @Nullable Long school() {
        return null;
    }

    @Override
    public String subject() {
        return "coverage " + table + " " + year;
    }

    @Override
    public String identity() {
        return "CoverageTaken " + table + " " + account + " " + at;
    }
}
