package fr.preau.departures;

import static fr.preau.web.Profile.TEACHER;
import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The direction of a school opens accounts that end by themselves (capability A17). */
@Controller
class TemporaryAccountsController {
    private final JdbcClient db;
    private final TimeBoxed timeBoxed;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    TemporaryAccountsController(
            JdbcClient db, TimeBoxed timeBoxed, ApplicationEventPublisher facts, Clock clock) {
        this.db = db;
        this.timeBoxed = timeBoxed;
        this.facts = facts;
        this.clock = clock;
    }

    @For(TEACHER)
    @StepUp
    @GetMapping("/temporary-accounts")
    View list(Actor actor) {
        return page(actor, new Problems(), "");
    }

    @For(TEACHER)
    @StepUp
    @GetMapping("/temporary-accounts/new")
    View form(Actor actor) {
        var classes = classesOf(actor);
        return new TemporaryAccountPage(
                TemporaryAccountForm.blank(today()), classes, new Problems(), today());
    }

    @For(TEACHER)
    @StepUp
    @PostMapping("/temporary-accounts")
    View open(Actor actor, TemporaryAccountForm form) {
        var classes = classesOf(actor);
        var problems = form.problems(classes, today());
        if (problems.any()) return new TemporaryAccountPage(form, classes, problems, today());
        var school = form.schools(classes).iterator().next();
        var helper = timeBoxed.open(form, school);
        facts.publishEvent(
                new AccountFact.TemporaryAccountOpened(
                        school, actor.account(), actor.person(), helper, form.lastDay(), now()));
        return Redirect.to("/temporary-accounts").saying("departures.temporary.opened");
    }

    @For(TEACHER)
    @StepUp
    @PostMapping("/temporary-accounts/{person}/end")
    View end(Actor actor, @PathVariable long person) {
        var row = rowOf(actor, person);
        if (row.hasEnded(today())) return Redirect.to("/temporary-accounts");
        timeBoxed.end(row);
        facts.publishEvent(
                new AccountFact.TemporaryAccountEnded(
                        row.school(), actor.account(), actor.person(), person, now()));
        return Redirect.to("/temporary-accounts").saying("departures.temporary.stopped");
    }

    @For(TEACHER)
    @StepUp
    @PostMapping("/temporary-accounts/{person}/last-day")
    View prolong(
            Actor actor, @PathVariable long person, @RequestParam(defaultValue = "") String to) {
        var row = rowOf(actor, person);
        var day = TemporaryAccountForm.day(to.strip());
        var lasting = TemporaryAccountPolicy.mayLast(row.startsOn(), day, today());
        if (lasting != TemporaryAccountPolicy.Lasting.ALLOWED) {
            var problem = t("departures.new.problem.to." + lasting);
            return page(actor, new Problems().add("to-" + person, problem), to);
        }
        timeBoxed.prolong(row, day);
        facts.publishEvent(
                new AccountFact.TemporaryAccountProlonged(
                        row.school(), actor.account(), actor.person(), person, day, now()));
        return Redirect.to("/temporary-accounts").saying("departures.temporary.prolonged");
    }

    private TemporaryAccountsPage page(Actor actor, Problems problems, String typed) {
        return new TemporaryAccountsPage(timeBoxed.of(schoolsOf(actor)), today(), problems, typed);
    }

    private TemporaryAccountsPage.Row rowOf(Actor actor, long person) {
        // Nobody lengthens their own stay.
        if (actor.persons().contains(person)) throw new NotFound();
        return timeBoxed.of(schoolsOf(actor)).stream()
                .filter(row -> row.person() == person)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private List<TemporaryAccountPage.Choice> classesOf(Actor actor) {
        return db.sql(
                        """
                        select c.school_id as school, s.name as school_name, c.id, c.label from school_class c
                          join structure s on s.id = c.school_id
                         where c.school_id = any (:schools) and c.kind = 'CLASS' and c.ended_at is null
                         order by s.name, plain(c.label), c.id
                        """)
                .param("schools", schoolsOf(actor))
                .query(TemporaryAccountPage.Choice.class)
                .list();
    }

    private static long[] schoolsOf(Actor actor) {
        var schools = actor.administeredSchools();
        if (schools.length == 0) throw new NotFound();
        return schools;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private java.time.Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
