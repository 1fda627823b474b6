package fr.preau.familynotes;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Notices;
import fr.preau.web.Profile;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How many families wait for an answer, on the home of whoever gives it. */
@Component
@Order(2)
class FamilyNotices implements Notices {
    private final FamilyNotes notes;

    FamilyNotices(FamilyNotes notes) {
        this.notes = notes;
    }

    @Override
    public List<Notice> of(Actor actor) {
        if (actor.profile() != Profile.TEACHER) return List.of();
        var waiting = notes.countWaiting(actor, 0);
        return waiting == 0
                ? List.of()
                : List.of(
                        new Notice(
                                "liaison",
                                "notebook-pen",
                                "liaison",
                                count("familynotes.waiting", waiting),
                                FamilyNotesController.PLACE,
                                t("familynotes.waiting.read")));
    }
}
