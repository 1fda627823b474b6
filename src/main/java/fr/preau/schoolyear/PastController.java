package fr.preau.schoolyear;

import static fr.preau.web.Profile.GUARDIAN;
import static fr.preau.web.Profile.TEACHER;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The years before, for those who were there. */
@Controller
class PastController {
    private final Past past;

    PastController(Past past) {
        this.past = past;
    }

    @For({TEACHER, GUARDIAN})
    @GetMapping("/years")
    View years(Actor actor) {
        return new YearsPage(past.yearsFor(actor));
    }

    @For({TEACHER, GUARDIAN})
    @GetMapping("/year/{year:\\d{4}}")
    View year(Actor actor, @PathVariable int year) {
        var classes = past.classes(actor, year);
        if (classes.isEmpty()) throw new NotFound();
        return new PastPage(actor.profile(), year, classes, past.pupils(actor, year));
    }
}
