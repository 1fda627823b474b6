package fr.preau.passwords;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An académie chooses what it asks of passwords, and from when. */
@Controller
class HabitController {
    private static final String HERE = "/passwords";

    private final HabitChoices choices;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    HabitController(HabitChoices choices, ApplicationEventPublisher facts, Clock clock) {
        this.choices = choices;
        this.facts = facts;
        this.clock = clock;
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @GetMapping(HERE)
    View show(Actor actor, @RequestParam(required = false) @Nullable Long academy) {
        var own = own(HabitPolicy.seen(actor), academy).orElseThrow(NotFound::new);
        return page(actor, own, new HabitForm("", null, ""), new Problems());
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping(HERE)
    View choose(Actor actor, @RequestParam(defaultValue = "0") long academy, HabitForm form) {
        var own = own(HabitPolicy.decided(actor), academy).orElseThrow(NotFound::new);
        var problems = form.check(LocalDate.now(clock));
        if (problems.any()) return page(actor, own, form, problems);
        var choice = choices.choose(actor, own.id(), form);
        facts.publishEvent(
                new HabitFact.PasswordHabitChosen(
                        null,
                        actor.account(),
                        actor.person(),
                        own.id(),
                        form.chosen(),
                        form.start(),
                        choice));
        return Redirect.to(path(own)).saying("passwords.kept");
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping(HERE + "/undo")
    View undo(
            Actor actor,
            @RequestParam(defaultValue = "0") long academy,
            @RequestParam(defaultValue = "0") long choice) {
        var own = own(HabitPolicy.decided(actor), academy).orElseThrow(NotFound::new);
        if (!choices.takeBack(own.id(), choice))
            return Redirect.to(path(own)).saying("passwords.too-late");
        facts.publishEvent(
                new HabitFact.PasswordHabitTakenBack(
                        null, actor.account(), actor.person(), own.id(), choice));
        return Redirect.to(path(own)).saying("passwords.undone");
    }

    private HabitPage page(Actor actor, HabitPage.Academy own, HabitForm form, Problems problems) {
        var today = LocalDate.now(clock);
        var all = choices.of(own.id());
        return new HabitPage(
                choices.academies(HabitPolicy.seen(actor)),
                own,
                own(HabitPolicy.decided(actor), own.id()).isPresent(),
                all.stream().filter(one -> !one.fromOn().isAfter(today)).findFirst().orElse(null),
                all.stream().filter(one -> one.fromOn().isAfter(today)).toList(),
                List.of(
                        HabitPage.Described.of(Habit.USUAL, choices.figures(Habit.USUAL)),
                        HabitPage.Described.of(Habit.ACADEMY, choices.figures(Habit.ACADEMY))),
                form,
                today,
                problems);
    }

    private Optional<HabitPage.Academy> own(long[] nodes, @Nullable Long asked) {
        return choices.academies(nodes).stream()
                .filter(academy -> asked == null || academy.id() == asked)
                .findFirst();
    }

    private static String path(HabitPage.Academy own) {
        return HERE + "?academy=" + own.id();
    }
}
