package fr.preau.liaison;

import static fr.preau.web.Profile.TEACHER;
import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Csv;
import fr.preau.web.Dates;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** By which way each family was reached. */
@Controller
class ReachController {
    private final Notes notes;
    private final Following following;

    ReachController(Notes notes, Following following) {
        this.notes = notes;
        this.following = following;
    }

    @GetMapping("/liaison/{number}/reach")
    @For(TEACHER)
    View show(Actor actor, @PathVariable long number) {
        return pageOf(actor, number);
    }

    @GetMapping("/liaison/{number}/reach.csv")
    @For(TEACHER)
    ResponseEntity<byte[]> take(Actor actor, @PathVariable long number) {
        var page = pageOf(actor, number);
        var lines = new ArrayList<List<String>>();
        lines.add(List.of(t("liaison.reach.csv").split(";")));
        page.children().forEach(child -> lines.add(line(child)));
        return Csv.download(lines, t("liaison.reach.file", number) + ".csv");
    }

    private static List<String> line(FollowPage.Child child) {
        return List.of(
                child.name(),
                child.classLabel() == null ? "" : child.classLabel(),
                child.channel().label(),
                child.guardians().stream()
                        .map(ReachController::describe)
                        .collect(Collectors.joining(", ")));
    }

    private static String describe(FollowPage.Guardian guardian) {
        var at = guardian.stepAt();
        var step = guardian.step().label() + (at == null ? "" : " " + Dates.onPaper(at));
        return guardian.name() + " (" + step + ")";
    }

    private ReachPage pageOf(Actor actor, long number) {
        var note = notes.visibleTo(actor, number).orElseThrow(NotFound::new);
        return new ReachPage(note, following.childrenOf(actor, note));
    }
}
