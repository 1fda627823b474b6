package fr.preau.vigilance;

import fr.preau.web.Fact;
import org.jspecify.annotations.Nullable;

/** What becomes of a reported message, as a code. */
public record ReportDecided(
        long place, long report, long message, String decision, Long account, Long person)
        implements Fact {
    /** Who reports and who decides is for no school: its director may be the author. */
    @Override
    public @Nullable Long school() {
        return null;
    }

    @Override
    public String identity() {
        return "report-decided " + report;
    }

    @Override
    public String subject() {
        return "report " + report;
    }
}
