package fr.preau.familynotes;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Notices;
import fr.preau.web.Profile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * On the home of whoever answers families: who comes today for which child, then how many more
 * wait. Before everything else: it is true at a quarter past four.
 */
@Component
@Order(0)
class FamilyNotices implements Notices {
    private static final int MOST = 50;

    private final FamilyNotes notes;
    private final Clock clock;

    FamilyNotices(FamilyNotes notes, Clock clock) {
        this.notes = notes;
        this.clock = clock;
    }

    @Override
    public List<Notice> of(Actor actor) {
        if (actor.profile() != Profile.TEACHER) return List.of();
        var waiting = notes.waitingFor(actor, 0, MOST);
        var today = LocalDate.now(clock);
        var leaving = waiting.stream().filter(note -> note.isUrgent(today)).toList();
        var all = waiting.size() < MOST ? waiting.size() : notes.countWaiting(actor, 0);
        return Stream.concat(
                        leaving.stream().map(FamilyNotices::leaving),
                        others(all - leaving.size(), !leaving.isEmpty()))
                .toList();
    }

    private static Notice leaving(FamilyNote note) {
        return new Notice(
                "liaison",
                note.kind().icon(),
                "liaison",
                note.forToday(),
                note.path(),
                t("familynotes.waiting.read"));
    }

    private static Stream<Notice> others(int waiting, boolean more) {
        return waiting == 0
                ? Stream.empty()
                : Stream.of(
                        new Notice(
                                "liaison",
                                "notebook-pen",
                                "liaison",
                                count(
                                        more ? "familynotes.waiting.more" : "familynotes.waiting",
                                        waiting),
                                FamilyNotesController.PLACE,
                                t("familynotes.waiting.read")));
    }
}
