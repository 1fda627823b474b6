package fr.preau.vigilance;

import static fr.preau.web.Wording.t;

import fr.preau.links.Links;
import fr.preau.vigilance.Reports.Decision;
import fr.preau.vigilance.VigilancePage.Reported;
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
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was reported, as somebody with the hand on it reads it and decides. */
@Controller
class ReportedController {
    private final Reports reports;
    private final DecidedFiles files;
    private final Links links;
    private final Clock clock;

    ReportedController(Reports reports, DecidedFiles files, Links links, Clock clock) {
        this.reports = reports;
        this.files = files;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping("/vigilance/reports/{report}")
    @For({Profile.TEACHER, Profile.TOWN, Profile.SUPERVISION})
    View read(Actor actor, @PathVariable long report) {
        return page(find(actor, report), "", "", "", new Problems());
    }

    @PostMapping("/vigilance/reports/{report}")
    @For({Profile.TEACHER, Profile.TOWN, Profile.SUPERVISION})
    @StepUp
    View decide(
            Actor actor,
            @PathVariable long report,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String word,
            @RequestParam(defaultValue = "") String toAuthor) {
        var reported = find(actor, report);
        if (reported.decidedAt() != null) return Redirect.to("/vigilance");
        var words = Typed.clean(word).strip();
        var warning = Typed.clean(toAuthor).strip();
        var chosen = chosen(decision);
        var problems = new Problems();
        if (chosen.isEmpty()) problems.add("decision", t("vigilance.problem.decision"));
        Words.check(words, "word").all().forEach(problems::add);
        if (chosen.filter(Decision.WARNED::equals).isPresent() && warning.isEmpty())
            problems.add("toAuthor", t("vigilance.problem.warning"));
        Words.checkLength(problems, warning, "toAuthor");
        if (problems.any()) return page(reported, decision, words, warning, problems);
        reports.decide(
                actor,
                reported,
                reports.frozen(reported).authorId(),
                chosen.orElseThrow(),
                words,
                warning);
        return Redirect.to("/vigilance").saying("vigilance.decided");
    }

    private static Optional<Decision> chosen(String decision) {
        return Arrays.stream(Decision.values())
                .filter(one -> one.name().equals(decision))
                .findFirst();
    }

    private Reported find(Actor actor, long report) {
        return reports.find(actor, report).orElseThrow(NotFound::new);
    }

    private ReportedPage page(
            Reported report, String decision, String word, String toAuthor, Problems problems) {
        var frozen = reports.frozen(report);
        return new ReportedPage(
                report,
                frozen,
                files.of(report, frozen),
                links.trusted(),
                decision,
                word,
                toAuthor,
                clock.instant(),
                problems);
    }
}
