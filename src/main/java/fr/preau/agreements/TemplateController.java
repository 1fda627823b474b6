package fr.preau.agreements;

import static fr.preau.web.Wording.t;

import fr.preau.agreements.AgreementFact.TemplateChanged;
import fr.preau.print.Pdf;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The text of conventions, written by a person of the région, version after version. */
@Controller
class TemplateController {
    private static final int LONGEST = 60_000;

    private final Templates templates;
    private final AgreementList list;
    private final Example example;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    TemplateController(
            Templates templates,
            AgreementList list,
            Example example,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.templates = templates;
        this.list = list;
        this.example = example;
        this.facts = facts;
        this.clock = clock;
    }

    @For(Profile.SUPERVISION)
    @GetMapping("/agreement-template")
    View show(Actor actor) {
        lead(actor);
        var year = list.currentYear();
        return page(templates.text(templates.current(year)), year, new Problems());
    }

    /** A version as pages, on an invented convention. */
    @For(Profile.SUPERVISION)
    @GetMapping("/agreement-template/{trial}")
    ResponseEntity<byte[]> look(Actor actor, @PathVariable String trial) {
        lead(actor);
        if (!trial.matches("essai-[0-9]{1,9}\\.pdf")) throw new NotFound();
        var version = Long.parseLong(trial.replaceAll("\\D", ""));
        var found =
                templates.all().stream()
                        .filter(one -> one.id() == version)
                        .findFirst()
                        .orElseThrow(NotFound::new);
        var year = Math.max(found.fromYear(), list.currentYear());
        return Pdf.download(example.of(templates.text(version), year), trial);
    }

    /** {@code from}: the first school year that it is for. Those that were sent keep their text. */
    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping("/agreement-template")
    View change(
            Actor actor,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "0") int from) {
        lead(actor);
        var text = body.replace("\r\n", "\n").strip();
        var problems = check(text, from);
        if (problems.any()) return page(body, from, problems);
        var version = templates.add(from, text);
        facts.publishEvent(
                new TemplateChanged(version, actor.account(), actor.person(), clock.instant()));
        return Redirect.to("/agreement-template").saying("agreements.template.kept");
    }

    private Problems check(String text, int from) {
        var problems = new Problems();
        if (text.isEmpty()) problems.add("body", t("agreements.problem.empty"));
        if (text.length() > LONGEST) problems.add("body", t("agreements.problem.template.long"));
        var unknown = Articles.unknown(text);
        if (!unknown.isEmpty())
            problems.add("body", t("agreements.problem.template.unknown", braces(unknown)));
        var missing = Articles.missing(text);
        if (!missing.isEmpty())
            problems.add("body", t("agreements.problem.template.missing", braces(missing)));
        if (Math.abs(from - list.currentYear()) > 1)
            problems.add("from", t("agreements.problem.template.year"));
        return problems;
    }

    private static String braces(Iterable<String> places) {
        return "{" + String.join("}, {", places) + "}";
    }

    private View page(String body, int from, Problems problems) {
        return new TemplatePage(body, from, list.currentYear(), templates.all(), problems);
    }

    private static void lead(Actor actor) {
        if (!AgreementPolicy.leads(actor)) throw new NotFound();
    }
}
