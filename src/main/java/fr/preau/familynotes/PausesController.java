package fr.preau.familynotes;

import static fr.preau.web.Profile.TEACHER;
import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.Typed;
import fr.preau.web.View;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Somebody who has a class, or directs its school, lets its families' notes wait. */
@Controller
class PausesController {
    private static final String PLACE = FamilyNotesController.PLACE + "/pauses";

    private final Pauses pauses;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    PausesController(Pauses pauses, ApplicationEventPublisher facts, Clock clock) {
        this.pauses = pauses;
        this.facts = facts;
        this.clock = clock;
    }

    @GetMapping(PLACE)
    @For(TEACHER)
    View show(Actor actor) {
        return new PausesPage(pauses.of(actor), null, new Problems());
    }

    @PostMapping(PLACE + "/{schoolClass}")
    @For(TEACHER)
    View pause(
            Actor actor,
            @PathVariable long schoolClass,
            @RequestParam(defaultValue = "") String reopens,
            @RequestParam(defaultValue = "") String sentence) {
        var row = rowFor(actor, schoolClass);
        var said = Typed.clean(sentence).strip();
        var problems = check(reopens.strip(), said, schoolClass);
        if (problems.any())
            return new PausesPage(
                    pauses.of(actor), new PausesPage.Typed(schoolClass, reopens, said), problems);
        var day = LocalDate.parse(reopens.strip());
        pauses.pause(actor, row, day, said);
        facts.publishEvent(
                new FamilyNotesPaused(
                        row.school(),
                        schoolClass,
                        day,
                        actor.account(),
                        actor.person(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS)));
        return Redirect.to(PLACE).saying("familynotes.pause.done");
    }

    @PostMapping(PLACE + "/{schoolClass}/removal")
    @For(TEACHER)
    View resume(Actor actor, @PathVariable long schoolClass) {
        var row = rowFor(actor, schoolClass);
        if (pauses.resume(row))
            facts.publishEvent(
                    new FamilyNotesResumed(
                            row.school(),
                            schoolClass,
                            actor.account(),
                            actor.person(),
                            clock.instant().truncatedTo(ChronoUnit.MICROS)));
        return Redirect.to(PLACE).saying("familynotes.pause.over");
    }

    /** Fields carry the class: the page has a form for each. */
    private Problems check(String reopens, String sentence, long schoolClass) {
        var problems = new Problems();
        try {
            var verdict =
                    FamilyNotePolicy.mayReopen(LocalDate.parse(reopens), LocalDate.now(clock));
            if (verdict != FamilyNotePolicy.Day.ALLOWED)
                problems.add("reopens-" + schoolClass, t("familynotes.problem.reopens." + verdict));
        } catch (DateTimeParseException e) {
            problems.add("reopens-" + schoolClass, t("familynotes.problem.reopens.UNREADABLE"));
        }
        var length = FamilyNoteForm.length(sentence);
        if (length > FamilyNotePolicy.MAX_SENTENCE)
            problems.add(
                    "sentence-" + schoolClass,
                    t("familynotes.problem.long", FamilyNotePolicy.MAX_SENTENCE, length));
        return problems;
    }

    private PausesPage.ClassRow rowFor(Actor actor, long schoolClass) {
        return pauses.find(actor, schoolClass).orElseThrow(NotFound::new);
    }
}
