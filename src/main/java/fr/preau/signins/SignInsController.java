package fr.preau.signins;

import static fr.preau.web.Profile.SUPERVISION;
import static fr.preau.web.Profile.TEACHER;

import fr.preau.web.Actor;
import fr.preau.web.Cursor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Profile;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The journal of sign-ins, of one school and one day at a time. */
@Controller
class SignInsController {
    private final SignIns lines;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    SignInsController(SignIns lines, ApplicationEventPublisher facts, Clock clock) {
        this.lines = lines;
        this.facts = facts;
        this.clock = clock;
    }

    @For({TEACHER, SUPERVISION})
    @StepUp
    @GetMapping("/sign-ins")
    View read(
            Actor actor,
            @RequestParam(required = false) @Nullable Long school,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String profile,
            @RequestParam(required = false) @Nullable String after) {
        var nodes = nodes(actor);
        var asked = day(day);
        var today = LocalDate.now(clock);
        var one = school == null ? only(actor, nodes) : school;
        if (one == null) return new SignInSchoolsPage(asked, today, lines.schools(nodes, asked));
        var found = lines.school(nodes, one, asked).orElseThrow(NotFound::new);
        var kind = profile(profile);
        return SignInsPage.of(
                found,
                only(actor, nodes) == null,
                asked,
                today,
                kind,
                lines.lines(found.id(), asked, kind, Cursor.parse(after), SignIns.PAGE + 1));
    }

    @For({TEACHER, SUPERVISION})
    @StepUp
    @GetMapping("/sign-ins.csv")
    ResponseEntity<String> take(
            Actor actor,
            @RequestParam(required = false) @Nullable Long school,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String profile) {
        var nodes = nodes(actor);
        var asked = day(day);
        var one = school == null ? only(actor, nodes) : school;
        if (one == null) throw new NotFound();
        var found = lines.school(nodes, one, asked).orElseThrow(NotFound::new);
        facts.publishEvent(
                new SignInsTaken(
                        found.id(), actor.account(), actor.person(), asked, clock.instant()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"connexions-" + asked + ".csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(
                        SignInsCsv.of(
                                lines.lines(
                                        found.id(),
                                        asked,
                                        profile(profile),
                                        Cursor.NOW,
                                        SignIns.FILE)));
    }

    private static long[] nodes(Actor actor) {
        var nodes = SignInsPolicy.nodes(actor);
        if (nodes.length == 0) throw new NotFound();
        return nodes;
    }

    /** A direction of one school has nothing to choose. */
    private static @Nullable Long only(Actor actor, long[] nodes) {
        return actor.profile() == TEACHER && nodes.length == 1 ? nodes[0] : null;
    }

    private LocalDate day(@Nullable String typed) {
        try {
            if (typed != null && !typed.isBlank()) return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            // What is no day is today.
        }
        return LocalDate.now(clock);
    }

    private static @Nullable Profile profile(@Nullable String typed) {
        return SignInsPage.PROFILES.stream()
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElse(null);
    }
}
