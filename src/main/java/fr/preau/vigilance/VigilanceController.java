package fr.preau.vigilance;

import static fr.preau.web.Wording.t;

import fr.preau.links.Links;
import fr.preau.messages.Oversight;
import fr.preau.vigilance.VigilancePage.Waiting;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.Typed;
import fr.preau.web.View;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second person: what waits, read, let through or given back with a word. */
@Controller
class VigilanceController {
    private final Holds holds;
    private final Reports reports;
    private final Oversight oversight;
    private final DecidedFiles files;
    private final Links links;
    private final Clock clock;

    VigilanceController(
            Holds holds,
            Reports reports,
            Oversight oversight,
            DecidedFiles files,
            Links links,
            Clock clock) {
        this.holds = holds;
        this.reports = reports;
        this.oversight = oversight;
        this.files = files;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping("/vigilance")
    @For({Profile.TEACHER, Profile.TOWN, Profile.SUPERVISION})
    View show(Actor actor) {
        if (!Deciders.isOne(actor)) throw new NotFound();
        return new VigilancePage(
                holds.waitingFor(actor),
                reports.open(actor),
                reports.decided(actor),
                clock.instant());
    }

    @GetMapping("/vigilance/messages/{waiting}")
    @For({Profile.TEACHER, Profile.TOWN, Profile.SUPERVISION})
    View read(Actor actor, @PathVariable("waiting") long message) {
        return page(find(actor, message), "", new Problems());
    }

    /** {@code verdict=let} lets it through; otherwise it goes back with a word. */
    @PostMapping("/vigilance/messages/{waiting}")
    @For({Profile.TEACHER, Profile.TOWN, Profile.SUPERVISION})
    @StepUp
    View decide(
            Actor actor,
            @PathVariable("waiting") long message,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String word) {
        var waiting = find(actor, message);
        if (verdict.equals("let")) {
            return switch (holds.letThrough(actor, waiting)) {
                case LEFT -> Redirect.to("/vigilance").saying("vigilance.let");
                case GONE -> Redirect.to("/vigilance").saying("vigilance.gone");
                case STOPPED ->
                        page(
                                waiting,
                                "",
                                new Problems().add("let", t("vigilance.problem.stopped")));
            };
        }
        var words = Typed.clean(word).strip();
        var problems = Words.check(words, "word");
        if (problems.any()) return page(waiting, words, problems);
        return Redirect.to("/vigilance")
                .saying(
                        holds.refuse(actor, waiting, words)
                                ? "vigilance.refused"
                                : "vigilance.gone");
    }

    /** What has the same text and has been delivered goes from all boxes. */
    @PostMapping("/vigilance/messages/{waiting}/withdrawal")
    @For({Profile.TEACHER, Profile.TOWN, Profile.SUPERVISION})
    @StepUp
    View takeBack(Actor actor, @PathVariable("waiting") long message) {
        holds.takeBack(actor, find(actor, message));
        return Redirect.to("/vigilance/messages/" + message).saying("vigilance.taken-back");
    }

    private Waiting find(Actor actor, long message) {
        return holds.waitingFor(actor, message).orElseThrow(NotFound::new);
    }

    private WaitingPage page(Waiting waiting, String typed, Problems problems) {
        return new WaitingPage(
                waiting,
                oversight.copy(waiting.key()),
                files.of(waiting),
                links.trusted(),
                holds.delivered(waiting).size(),
                typed,
                problems);
    }
}
