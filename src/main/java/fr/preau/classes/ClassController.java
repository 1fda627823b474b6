package fr.preau.classes;

import static fr.preau.web.Wording.t;

import fr.preau.classes.ClassChange.Kind;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One class or group: its page, its name, its list on paper and as a file, its end. */
@Controller
class ClassController {
    private final ClassScreens screens;
    private final SchoolClasses classes;
    private final ClassTeachers teachers;
    private final ClassPupils pupils;
    private final ClassChanges changes;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ClassController(
            ClassScreens screens,
            SchoolClasses classes,
            ClassTeachers teachers,
            ClassPupils pupils,
            ClassChanges changes,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.screens = screens;
        this.classes = classes;
        this.teachers = teachers;
        this.pupils = pupils;
        this.changes = changes;
        this.facts = facts;
        this.clock = clock;
    }

    @For(Profile.TEACHER)
    @GetMapping("/classes/{schoolClass}")
    View show(
            Actor actor,
            @PathVariable long schoolClass,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable Long change) {
        var here = screens.classFor(actor, schoolClass);
        return screens.page(actor, here, words, change, new Problems());
    }

    @For(Profile.TEACHER)
    @GetMapping("/classes/{schoolClass}/name")
    View name(Actor actor, @PathVariable long schoolClass) {
        var here = screens.classFor(actor, schoolClass);
        return new ClassNamePage(here, here.label(), new Problems());
    }

    @For(Profile.TEACHER)
    @PostMapping("/classes/{schoolClass}/name")
    View rename(
            Actor actor,
            @PathVariable long schoolClass,
            @RequestParam(defaultValue = "") String label) {
        var here = screens.classFor(actor, schoolClass);
        var verdict = ClassesPolicy.mayName(label, classes.namesBeside(here.school(), here.id()));
        if (verdict != ClassesPolicy.Naming.ALLOWED)
            return new ClassNamePage(
                    here, label, new Problems().add("label", t("classes.problem.name." + verdict)));
        var change =
                changes.make(
                        actor,
                        Kind.RENAMED,
                        here,
                        List.of(),
                        () -> classes.rename(here, label.strip()));
        return screens.after(actor, schoolClass, change);
    }

    @For(Profile.TEACHER)
    @PostMapping("/classes/{schoolClass}/closing")
    View close(Actor actor, @PathVariable long schoolClass) {
        var here = screens.classFor(actor, schoolClass);
        if (!here.isLocal())
            return screens.refused(actor, here, "closing", t("classes.problem.closing"));
        var everybody = pupils.of(here).stream().map(ClassPage.Pupil::id).toList();
        var change = changes.make(actor, Kind.CLOSED, here, everybody, () -> classes.close(here));
        return screens.after(actor, schoolClass, change);
    }

    @For(Profile.TEACHER)
    @GetMapping("/classes/{schoolClass}/print")
    View print(Actor actor, @PathVariable long schoolClass) {
        var here = screens.classFor(actor, schoolClass);
        return new ClassPrintPage(here, pupils.of(here), teachers.of(List.of(here)));
    }

    @For(Profile.TEACHER)
    @StepUp
    @GetMapping("/classes/{schoolClass}/list")
    ResponseEntity<byte[]> list(Actor actor, @PathVariable long schoolClass) {
        var here = screens.classFor(actor, schoolClass);
        var csv = ClassCsv.of(pupils.of(here));
        facts.publishEvent(
                new ClassFact.ClassListTaken(
                        here.school(),
                        actor.account(),
                        actor.person(),
                        clock.instant().toEpochMilli(),
                        here.id()));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(here.label() + ".csv", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }
}
