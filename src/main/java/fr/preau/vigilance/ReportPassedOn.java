package fr.preau.vigilance;

import fr.preau.web.Fact;
import org.jspecify.annotations.Nullable;

/** Nobody has decided about a report for days: the level above is told. */
public record ReportPassedOn(long place, long report, long message) implements Fact {
    /** Who reports and who decides is for no school: its director may be the author. */
    @Override
    public @Nullable Long school() {
        return null;
    }

    @Override
    public @Nullable Long account() {
        return null;
    }

    @Override
    public String identity() {
        return "report-passed-on " + report;
    }

    @Override
    public String subject() {
        return "report " + report;
    }
}
