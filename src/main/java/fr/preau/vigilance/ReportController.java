package fr.preau.vigilance;

import static fr.preau.web.Profile.GUARDIAN;
import static fr.preau.web.Profile.PUPIL;
import static fr.preau.web.Profile.SUPERVISION;
import static fr.preau.web.Profile.TEACHER;
import static fr.preau.web.Profile.TOWN;
import static fr.preau.web.Wording.t;

import fr.preau.messages.Oversight;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.Typed;
import fr.preau.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Ce message me dérange »: for whoever received it. */
@Controller
class ReportController {
    private final Reports reports;
    private final Oversight oversight;

    ReportController(Reports reports, Oversight oversight) {
        this.reports = reports;
        this.oversight = oversight;
    }

    @GetMapping("/messages/{letter}/report")
    @For({PUPIL, GUARDIAN, TEACHER, TOWN, SUPERVISION})
    View show(Actor actor, @PathVariable long letter) {
        return page(actor, letter, "", "", new Problems());
    }

    @PostMapping("/messages/{letter}/report")
    @For({PUPIL, GUARDIAN, TEACHER, TOWN, SUPERVISION})
    View report(
            Actor actor,
            @PathVariable long letter,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String words) {
        var key = oversight.received(actor, letter).orElseThrow(NotFound::new);
        var said = Typed.clean(words).strip();
        var problems = new Problems();
        if (!ReportPage.REASONS.contains(reason))
            problems.add("reason", t("vigilance.problem.reason"));
        Words.checkLength(problems, said, "words");
        if (problems.any()) return page(actor, letter, reason, said, problems);
        reports.make(actor, key, reason, said);
        return Redirect.to("/messages/" + letter + "/report");
    }

    /** What was reported stays to be followed, even when the message is gone. */
    private ReportPage page(
            Actor actor, long letter, String reason, String words, Problems problems) {
        var mine = reports.of(actor, letter).orElse(null);
        if (mine == null) oversight.received(actor, letter).orElseThrow(NotFound::new);
        return new ReportPage(actor.profile(), letter, mine, reason, words, problems);
    }
}
