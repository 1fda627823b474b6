package fr.preau.network;

import static fr.preau.web.Profile.TEACHER;
import static fr.preau.web.Wording.t;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A test of the line from the browser of a class: begun, fed within its limits, its figures kept
 * when they are possible. The page's script leads it.
 */
@Controller
class NetworkTestController {
    private static final String HERE = NetworkController.HERE + "/{school}/test";

    private final NetworkSchools schools;
    private final LineRuns runs;
    private final LineTests tests;
    private final Formulas formulas;
    private final Noise noise;
    private final Walls walls;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    NetworkTestController(
            NetworkSchools schools,
            LineRuns runs,
            LineTests tests,
            Formulas formulas,
            Noise noise,
            Walls walls,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.schools = schools;
        this.runs = runs;
        this.tests = tests;
        this.formulas = formulas;
        this.noise = noise;
        this.walls = walls;
        this.facts = facts;
        this.clock = clock;
    }

    @For(TEACHER)
    @GetMapping(HERE)
    View show(Actor actor, @PathVariable long school) {
        return walls.as(Wall.JOB, () -> page(mine(actor, school), TestForm.EMPTY, new Problems()));
    }

    /** Its number, or why not now; for the script. */
    @For(TEACHER)
    @PostMapping(HERE + "/runs")
    ResponseEntity<Map<String, Object>> begin(
            Actor actor, @PathVariable long school, TestForm form) {
        mine(actor, school);
        if (!form.namesRoom())
            return refused(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    t("network.test.problem.room", TestForm.LONGEST_ROOM));
        var run = runs.begin(school, actor.account(), form.room());
        return run.isPresent()
                ? ResponseEntity.ok(Map.of("run", run.getAsLong()))
                : refused(HttpStatus.TOO_MANY_REQUESTS, t("network.test.problem.enough"));
    }

    private static ResponseEntity<Map<String, Object>> refused(HttpStatus status, String reason) {
        return ResponseEntity.status(status).body(Map.of("reason", reason));
    }

    @For(TEACHER)
    @GetMapping(HERE + "/runs/{run}/bytes")
    ResponseEntity<Resource> give(
            Actor actor,
            @PathVariable long school,
            @PathVariable long run,
            @RequestParam(defaultValue = "1") int size) {
        if (size < 1 || size > Noise.MOST || !runs.asks(school, run, actor.account(), size))
            throw new NotFound();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(size)
                .header("Cache-Control", "no-store, no-transform")
                .body(new InputStreamResource(noise.of(size)));
    }

    @For(TEACHER)
    @PostMapping(HERE + "/runs/{run}/bytes")
    ResponseEntity<Void> take(
            Actor actor, @PathVariable long school, @PathVariable long run, Brought brought) {
        if (brought.isTooMuch() || !runs.brings(school, run, actor.account(), brought.bytes()))
            throw new NotFound();
        return ResponseEntity.noContent().build();
    }

    @For(TEACHER)
    @PostMapping(HERE)
    View keep(Actor actor, @PathVariable long school, TestForm form) {
        var mine = mine(actor, school);
        var run = runs.find(school, form.runNumber(), actor.account()).orElse(null);
        if (run == null
                || !form.isPlausible(run, Duration.between(run.startedAt(), clock.instant())))
            return page(mine, form, new Problems().add("room", t("network.test.problem.figures")));
        runs.end(school, run);
        var test = tests.keep(school, run.room(), form);
        facts.publishEvent(
                new NetworkFact.LineTested(school, actor.account(), actor.person(), test));
        return Redirect.to(mine.path() + "/test").saying("network.test.kept");
    }

    private SchoolSeen mine(Actor actor, long school) {
        return schools.find(actor, school, SchoolSeen::tests);
    }

    private View page(SchoolSeen school, TestForm form, Problems problems) {
        var year = NetworkPolicy.yearOf(LocalDate.now(clock));
        return new NetworkTestPage(
                school,
                year,
                schools.classes(school.id()),
                Trial.of(tests.of(school.id(), year)),
                formulas.inForce(year),
                form,
                problems);
    }
}
