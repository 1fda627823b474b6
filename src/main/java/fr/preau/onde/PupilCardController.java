package fr.preau.onde;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.Profile;
import fr.preau.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What ONDE says of one pupil, for the director and for the teacher of the class. */
@Controller
class PupilCardController {
    private final PupilCards cards;

    PupilCardController(PupilCards cards) {
        this.cards = cards;
    }

    @For(Profile.TEACHER)
    @GetMapping("/onde/pupils/{pupil}")
    View show(Actor actor, @PathVariable long pupil) {
        return cards.of(actor, pupil);
    }
}
