package fr.preau.audit;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Profile;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class JournalController {
    private final Journal journal;

    JournalController(Journal journal) {
        this.journal = journal;
    }

    @For(Profile.TEACHER)
    @StepUp
    @GetMapping("/journal")
    View read(Actor actor) {
        if (actor.administeredSchools().length == 0) throw new NotFound();
        return new JournalPage(journal.latestFor(actor));
    }
}
