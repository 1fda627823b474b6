package fr.preau.continuity;

import fr.preau.continuity.GraceFact.GraceGiven;
import fr.preau.continuity.GraceFact.GraceTakenBack;
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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One school: where it stands, and the time that the région gives it. */
@Controller
class GraceController {
    private static final String SCHOOL = "/continuity/schools/{school}";

    private final Covers covers;
    private final Graces graces;
    private final Standings standings;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    GraceController(
            Covers covers,
            Graces graces,
            Standings standings,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.covers = covers;
        this.graces = graces;
        this.standings = standings;
        this.facts = facts;
        this.clock = clock;
    }

    @For({Profile.TOWN, Profile.SUPERVISION})
    @GetMapping(SCHOOL)
    View show(Actor actor, @PathVariable long school) {
        if (!ContinuityPolicy.sees(actor)) throw new NotFound();
        return page(actor, cover(school), new GraceForm("", "", "SCHOOL"), new Problems());
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping(SCHOOL + "/graces")
    View give(Actor actor, @PathVariable long school, GraceForm form) {
        if (!ContinuityPolicy.prolongs(actor)) throw new NotFound();
        var cover = cover(school);
        var problems = form.check(LocalDate.now(clock));
        if (problems.any()) return page(actor, cover, form, problems);
        var grace = graces.give(actor, cover, form);
        tell(
                new GraceGiven(
                        form.everywhere() ? null : school, grace, actor.account(), actor.person()));
        return Redirect.to(path(school)).saying("continuity.prolonged");
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping(SCHOOL + "/graces/{grace}/undoing")
    View undo(Actor actor, @PathVariable long school, @PathVariable long grace) {
        if (!ContinuityPolicy.prolongs(actor)) throw new NotFound();
        var undone = graces.takeBack(cover(school), grace).orElseThrow(NotFound::new);
        tell(new GraceTakenBack(undone.school(), grace, actor.account(), actor.person()));
        return Redirect.to(path(school)).saying("continuity.undone");
    }

    private void tell(GraceFact fact) {
        facts.publishEvent(fact);
        standings.forgetAfterCommit();
    }

    private static String path(long school) {
        return "/continuity/schools/" + school;
    }

    private Cover cover(long school) {
        return covers.of(new long[] {school}, LocalDate.now(clock)).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private View page(Actor actor, Cover cover, GraceForm form, Problems problems) {
        var today = LocalDate.now(clock);
        return new SchoolStandingPage(
                ContinuityPolicy.standing(cover, standings.rules(today), today),
                graces.told(cover),
                graces.of(cover),
                ContinuityPolicy.prolongs(actor),
                form,
                today,
                problems);
    }
}
