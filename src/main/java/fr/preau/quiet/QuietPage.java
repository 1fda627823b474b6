package fr.preau.quiet;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The quiet hours of a school, the way to adapt them, and what was let through. */
public record QuietPage(
        List<School> schools,
        School school,
        QuietRule rule,
        @Nullable Choice choice,
        QuietForm form,
        Problems problems,
        int urgent,
        List<Urgent.Row> rows)
        implements Page {
    public record School(long id, String name) {}

    /** What a school chose last: its own hours, or those of the région again. */
    public record Choice(long id, boolean usual, Instant chosenAt, String by) {}

    @Override
    public String title() {
        return t("quiet.title");
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public boolean own() {
        return choice != null && !choice.usual();
    }

    /** The hours in force, a sentence each. */
    public List<String> said() {
        var said = new ArrayList<String>();
        said.add(t("quiet.said.evening", hour(rule.eveningFrom()), hour(rule.eveningUntil())));
        if (rule.weekendFrom() != null)
            said.add(
                    t(
                            "quiet.said.weekend." + rule.weekendFrom(),
                            hour(rule.eveningFrom()),
                            hour(rule.eveningUntil())));
        said.add(t(rule.holidays() ? "quiet.said.holidays" : "quiet.said.no-holidays"));
        return said;
    }

    public String figure() {
        return count("quiet.urgent.count", urgent);
    }

    /** « note 12 » leads to the note; null for what has no page. */
    public @Nullable String pathOf(Urgent.Row row) {
        return row.subject().startsWith("note ")
                ? "/liaison/" + row.subject().substring("note ".length())
                : null;
    }

    /** « 20 h », « 20 h 30 » */
    private static String hour(LocalTime time) {
        return time.getHour()
                + " h"
                + (time.getMinute() == 0 ? "" : " %02d".formatted(time.getMinute()));
    }
}
