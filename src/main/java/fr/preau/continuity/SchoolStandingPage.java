package fr.preau.continuity;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One school for the région, the DSDEN and the town: what comes when, what it was told. */
public record SchoolStandingPage(
        Standing standing,
        List<Told> told,
        List<Grace> graces,
        boolean prolongs,
        GraceForm form,
        LocalDate today,
        Problems problems)
        implements Page {
    public record Told(String step, LocalDate aboutOn, LocalDate givenOn) {
        public String words() {
            return t("continuity.step." + step);
        }
    }

    public record Grace(
            long id, boolean everywhere, LocalDate untilOn, String reason, Instant givenAt) {}

    @Override
    public String title() {
        return standing.name();
    }

    @Override
    public String service() {
        return "town";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public String path() {
        return "/continuity/schools/" + standing.school();
    }

    public List<HerePage.Line> lines() {
        return HerePage.lines(standing);
    }

    /** More time is given once an end is announced. */
    public boolean mayProlong() {
        return prolongs && standing.phase() != Phase.OPEN;
    }
}
