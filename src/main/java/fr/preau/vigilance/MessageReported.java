package fr.preau.vigilance;

import fr.preau.web.Fact;
import org.jspecify.annotations.Nullable;

/** Somebody is disturbed by a message that they received. */
public record MessageReported(long place, long report, long message, Long account, Long person)
        implements Fact {
    /** Who reports and who decides is for no school: its director may be the author. */
    @Override
    public @Nullable Long school() {
        return null;
    }

    @Override
    public String identity() {
        return "message-reported " + report;
    }

    @Override
    public String subject() {
        return "report " + report;
    }
}
