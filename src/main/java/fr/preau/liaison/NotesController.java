package fr.preau.liaison;

import static fr.preau.web.Profile.GUARDIAN;
import static fr.preau.web.Profile.PUPIL;
import static fr.preau.web.Profile.TEACHER;

import fr.preau.web.Actor;
import fr.preau.web.Ambience;
import fr.preau.web.For;
import fr.preau.web.Live;
import fr.preau.web.LivePage;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.View;
import fr.preau.web.Visit;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The notes of somebody, and one of them: read by families and children, followed by the school.
 */
@Controller
class NotesController {
    private final Notes notes;
    private final NoteLists lists;
    private final Reading reading;
    private final Following following;
    private final Corrections corrections;
    private final Live live;

    NotesController(
            Notes notes,
            NoteLists lists,
            Reading reading,
            Following following,
            Corrections corrections,
            Live live) {
        this.notes = notes;
        this.lists = lists;
        this.reading = reading;
        this.following = following;
        this.corrections = corrections;
        this.live = live;
    }

    @GetMapping("/liaison")
    @For({PUPIL, GUARDIAN, TEACHER})
    View list(Actor actor, Visit visit, NoteFilter filter) {
        return switch (actor.profile()) {
            case GUARDIAN -> lists.receivedBy(actor, filter);
            case PUPIL -> lists.readBy(actor, filter, speaks(visit));
            default -> lists.followedBy(actor, filter);
        };
    }

    @GetMapping("/liaison/{number}")
    @For({PUPIL, GUARDIAN, TEACHER})
    View show(
            Actor actor,
            Visit visit,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String show) {
        var note = noteFor(actor, number);
        return switch (actor.profile()) {
            case GUARDIAN -> reading.open(actor, note);
            case PUPIL ->
                    new ReadPage(
                            note,
                            List.of(),
                            corrections.of(note),
                            new Problems(),
                            null,
                            speaks(visit));
            default -> following.pageOf(actor, note, show, new Problems());
        };
    }

    @GetMapping("/liaison/{number}/live")
    @For(TEACHER)
    LivePage follow(Actor actor, @PathVariable long number) {
        return live.listen(actor, noteFor(actor, number).topic());
    }

    @GetMapping("/liaison/{number}/print")
    @For({GUARDIAN, TEACHER})
    View print(Actor actor, @PathVariable long number) {
        var note = noteFor(actor, number);
        return actor.profile() == GUARDIAN
                ? PrintPage.of(reading.open(actor, note))
                : PrintPage.of(following.pageOf(actor, note, "", new Problems()));
    }

    private Note noteFor(Actor actor, long number) {
        return notes.visibleTo(actor, number).orElseThrow(NotFound::new);
    }

    private static boolean speaks(Visit visit) {
        return visit.ambience() == Ambience.MATERNELLE;
    }
}
