package fr.preau.continuity;

import static fr.preau.web.Wording.t;

import fr.preau.web.Dates;
import fr.preau.web.Page;
import fr.preau.web.Profile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What still works in one's own schools, until when, and what to do; for each in their words. */
public record HerePage(Profile profile, boolean directs, List<Standing> schools) implements Page {
    /** From a day on, what holds. */
    public record Line(@Nullable LocalDate on, String text, boolean now) {}

    @Override
    public String title() {
        return t(child() ? "continuity.here.title.child" : "continuity.here.title");
    }

    @Override
    public String say() {
        return child() ? title() + " " + text(worst()) : "";
    }

    public boolean child() {
        return profile == Profile.PUPIL;
    }

    /**
     * The schools of which there is something to say; families are not told of what may not come.
     */
    public List<Standing> concerned() {
        return Standing.together(schools).stream()
                .filter(one -> one.phase() != Phase.OPEN)
                .filter(one -> profile == Profile.TEACHER || !one.writes())
                .toList();
    }

    private Phase worst() {
        return concerned().stream().map(Standing::phase).max(Phase::compareTo).orElse(Phase.OPEN);
    }

    /** What this means for whoever reads. */
    public String text(Phase phase) {
        return t("continuity.here." + phase + "." + (directs ? "DIRECTOR" : profile));
    }

    public static List<Line> lines(Standing standing) {
        var lines = new ArrayList<Line>();
        var phase = standing.phase();
        lines.add(
                new Line(
                        standing.readingOn(),
                        t("continuity.line.reading"),
                        phase == Phase.READING));
        lines.add(
                new Line(standing.closesOn(), t("continuity.line.closed"), phase == Phase.CLOSED));
        return lines;
    }

    /** « Convention jusqu’au 1er septembre 2025. » */
    public static String ends(Standing standing) {
        var on = standing.endsOn();
        return on == null ? "" : t("continuity.ends", Dates.onPaper(on));
    }

    public static String kept(Standing standing) {
        var until = standing.keptUntil();
        return until == null ? "" : t("continuity.line.kept", Dates.onPaper(until));
    }
}
