package fr.preau.continuity;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Dates;
import fr.preau.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Something was to be written in a school that is only read: why not, and what was typed. */
public record PausedPage(boolean child, Standing standing, List<String> typed) implements Page {
    /** What is shorter is a choice or a number, not a text. */
    private static final int WORTH_KEEPING = 15;

    static PausedPage of(Actor actor, Standing standing, Map<String, String[]> form) {
        var typed = new ArrayList<String>();
        form.forEach((field, values) -> {
            if (field.startsWith("_") || field.contains("password")) return;
            for (var value : values)
                if (value.strip().length() > WORTH_KEEPING) typed.add(value.strip());
        });
        return new PausedPage(!actor.profile().isAdult(), standing, typed);
    }

    @Override
    public String title() {
        return t("continuity.paused.title");
    }

    @Override
    public String say() {
        return child ? title() + " " + text() : "";
    }

    @Override
    public int status() {
        return 409;
    }

    public String text() {
        if (child) return t("continuity.paused.text.child");
        var since = standing.phase() == Phase.CLOSED ? standing.closesOn() : standing.readingOn();
        return t(
                "continuity.paused.text." + standing.phase(),
                standing.name(),
                since == null ? "" : Dates.onPaper(since));
    }
}
