package fr.preau.schoolyear;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The year of a school, for those who administer it: where it stands, and its rehearsal opened,
 * shown, given up.
 */
@Controller
class YearController {
    private final YearScreen screen;
    private final Rehearsals rehearsals;

    YearController(YearScreen screen, Rehearsals rehearsals) {
        this.screen = screen;
        this.rehearsals = rehearsals;
    }

    @For(Profile.TEACHER)
    @GetMapping("/year")
    View show(
            Actor actor,
            @RequestParam(required = false) @Nullable Long school,
            @RequestParam(defaultValue = "") String show) {
        return screen.of(
                actor,
                SchoolYears.administeredBy(actor, school),
                MoveForm.showing(show),
                new Problems());
    }

    @For(Profile.TEACHER)
    @PostMapping("/year")
    View open(Actor actor, @RequestParam(required = false) @Nullable Long school) {
        var one = SchoolYears.administeredBy(actor, school);
        return switch (rehearsals.open(actor, one)) {
            case ALLOWED -> back(one).saying("year.opened");
            case ALREADY_OPEN -> back(one).saying("year.already-open");
            case STILL_UNDOABLE -> back(one).saying("year.still-undoable");
        };
    }

    @For(Profile.TEACHER)
    @PostMapping("/year/preview")
    View showTo(
            Actor actor,
            @RequestParam(required = false) @Nullable Long school,
            @RequestParam(defaultValue = "") String shown) {
        var change = rehearsals.of(actor, school);
        var to =
                Arrays.stream(Change.Shown.values())
                        .filter(one -> one.name().equals(shown))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        rehearsals.show(actor, change, to);
        return back(change.school()).saying(shownTo(to));
    }

    private static String shownTo(Change.Shown to) {
        return switch (to) {
            case NOBODY -> "year.shown-to.nobody";
            case STAFF -> "year.shown-to.staff";
            case FAMILIES -> "year.shown-to.families";
        };
    }

    @For(Profile.TEACHER)
    @PostMapping("/year/abandonment")
    View abandon(Actor actor, @RequestParam(required = false) @Nullable Long school) {
        var change = rehearsals.of(actor, school);
        rehearsals.abandon(actor, change);
        return back(change.school()).saying("year.abandoned");
    }

    static Redirect back(long school) {
        return Redirect.to("/year?school=" + school);
    }
}
