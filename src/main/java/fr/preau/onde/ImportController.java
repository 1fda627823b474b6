package fr.preau.onde;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One import: its preview, what the director corrects in it, then the import or its end. */
@Controller
class ImportController {
    private final Uploads uploads;
    private final Plans plans;
    private final Import imports;
    private final Effects effects;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ImportController(
            Uploads uploads,
            Plans plans,
            Import imports,
            Effects effects,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.uploads = uploads;
        this.plans = plans;
        this.imports = imports;
        this.effects = effects;
        this.facts = facts;
        this.clock = clock;
    }

    @For(Profile.TEACHER)
    @GetMapping("/onde/{extract}")
    View look(
            Actor actor,
            @PathVariable long extract,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "0") int from) {
        var upload = uploads.of(actor, extract);
        if (upload.isPreview())
            return new PreviewPage(upload, plans.of(upload), show, Math.max(0, from));
        return new ResultPage(upload, Json.numbers(upload.counts()), isPrintable(upload));
    }

    @For(Profile.TEACHER)
    @PostMapping("/onde/{extract}/choices")
    View choose(Actor actor, @PathVariable long extract, @RequestParam Map<String, String> form) {
        var upload = uploads.of(actor, extract);
        if (upload.isPreview())
            uploads.choose(upload, new Choices(Json.words(upload.choices())).with(form));
        return Redirect.to(upload.path()).saying("onde.chosen");
    }

    @For(Profile.TEACHER)
    @StepUp
    @GetMapping("/onde/{extract}/commit")
    View confirm(Actor actor, @PathVariable long extract) {
        var upload = uploads.of(actor, extract);
        if (!upload.isPreview()) return Redirect.to(upload.path());
        var plan = plans.of(upload);
        return plan.isStopped()
                ? Redirect.to(upload.path())
                : new CommitPage(upload, plan, new Problems());
    }

    @For(Profile.TEACHER)
    @StepUp
    @PostMapping("/onde/{extract}/commit")
    View commit(
            Actor actor,
            @PathVariable long extract,
            @RequestParam(defaultValue = "") String agreed,
            @RequestParam(defaultValue = "false") boolean shrink) {
        var upload = uploads.of(actor, extract);
        if (!upload.isPreview()) return Redirect.to(upload.path());
        var plan = plans.of(upload);
        if (plan.isStopped()) return Redirect.to(upload.path());
        var problems = problems(plan, agreed, shrink);
        if (problems.any()) return new CommitPage(upload, plan, problems);
        return imports.carryOut(actor, upload, plan)
                ? Redirect.to(upload.path()).saying("onde.committed")
                : Redirect.to(upload.path());
    }

    /** The directory may have changed since the page was shown: then it is shown again. */
    private static Problems problems(Plan plan, String agreed, boolean shrink) {
        var problems = new Problems();
        if (!agreed.equals(CommitPage.digest(plan)))
            problems.add("effects", t("onde.problem.changed"));
        if (plan.shrinks() && !shrink) problems.add("shrink", t("onde.problem.shrink"));
        return problems;
    }

    @For(Profile.TEACHER)
    @PostMapping("/onde/{extract}/removal")
    View cancel(Actor actor, @PathVariable long extract) {
        var upload = uploads.of(actor, extract);
        if (!upload.isPreview()) return Redirect.to(upload.path());
        uploads.cancel(upload);
        facts.publishEvent(
                new OndeFact.OndeCancelled(
                        upload.school(), actor.account(), actor.person(), upload.id()));
        return Redirect.to("/onde").saying("onde.cancelled");
    }

    @For(Profile.TEACHER)
    @GetMapping("/onde/{extract}/list")
    View list(Actor actor, @PathVariable long extract) {
        var upload = uploads.of(actor, extract);
        if (!isPrintable(upload)) throw new NotFound();
        return new ListPage(upload, effects.of(upload));
    }

    private boolean isPrintable(Upload upload) {
        return upload.state().equals("COMMITTED")
                && upload.createdAt().plus(ForgetDaily.KEPT).isAfter(clock.instant());
    }
}
