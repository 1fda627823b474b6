package fr.preau.quiet;

import static fr.preau.web.Profile.TEACHER;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A director or a delegated administrator adapts the quiet hours of the school. */
@Controller
class QuietController {
    private final QuietRules rules;
    private final Urgent urgent;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    QuietController(QuietRules rules, Urgent urgent, ApplicationEventPublisher facts, Clock clock) {
        this.rules = rules;
        this.urgent = urgent;
        this.facts = facts;
        this.clock = clock;
    }

    @GetMapping("/quiet")
    @For(TEACHER)
    View show(Actor actor, @RequestParam(required = false) @Nullable Long school) {
        return page(actor, own(actor, school), null, new Problems());
    }

    @PostMapping("/quiet")
    @For(TEACHER)
    View choose(
            Actor actor, @RequestParam(required = false) @Nullable Long school, QuietForm form) {
        var own = own(actor, school);
        var problems = form.check();
        if (problems.any()) return page(actor, own, form, problems);
        return chosen(actor, own, rules.choose(actor, own.id(), form.rule()));
    }

    @PostMapping("/quiet/usual")
    @For(TEACHER)
    View usual(Actor actor, @RequestParam(required = false) @Nullable Long school) {
        var own = own(actor, school);
        return chosen(actor, own, rules.choose(actor, own.id(), null));
    }

    private View chosen(Actor actor, QuietPage.School own, long choice) {
        facts.publishEvent(
                new QuietFact.QuietHoursChosen(own.id(), actor.account(), actor.person(), choice));
        return Redirect.to(path(own)).saying("quiet.kept");
    }

    @PostMapping("/quiet/undo")
    @For(TEACHER)
    View undo(
            Actor actor,
            @RequestParam(required = false) @Nullable Long school,
            @RequestParam(defaultValue = "0") long choice) {
        var own = own(actor, school);
        if (!rules.takeBack(own.id(), choice)) throw new NotFound();
        facts.publishEvent(
                new QuietFact.QuietHoursTakenBack(
                        own.id(), actor.account(), actor.person(), choice));
        return Redirect.to(path(own)).saying("quiet.undone");
    }

    private QuietPage page(
            Actor actor, QuietPage.School own, @Nullable QuietForm form, Problems problems) {
        var rule = rules.of(List.of(own.id()), clock.instant()).get(own.id());
        var since = yearStart(LocalDate.now(clock));
        return new QuietPage(
                rules.schools(actor),
                own,
                rule,
                rules.lastOf(own.id()).orElse(null),
                form == null ? QuietForm.of(rule) : form,
                problems,
                urgent.count(own.id(), since),
                urgent.of(own.id(), since));
    }

    /** Counted by school years. */
    private static LocalDate yearStart(LocalDate today) {
        return LocalDate.of(
                today.getMonthValue() >= 8 ? today.getYear() : today.getYear() - 1, 8, 1);
    }

    private QuietPage.School own(Actor actor, @Nullable Long asked) {
        return rules.schools(actor).stream()
                .filter(school -> asked == null || school.id() == asked)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static String path(QuietPage.School own) {
        return "/quiet?school=" + own.id();
    }
}
