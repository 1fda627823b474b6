package fr.preau.deliveries;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.Live;
import fr.preau.web.LivePage;
import fr.preau.web.NotFound;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Deliveries: asked for, followed, decided. */
@Controller
class DeliveriesController {
    private static final int REJECTS_SHOWN = 100;

    private final Readings readings;
    private final Wishes wishes;
    private final DropFolder folder;
    private final Walls walls;
    private final Live live;

    DeliveriesController(
            Readings readings, Wishes wishes, DropFolder folder, Walls walls, Live live) {
        this.readings = readings;
        this.wishes = wishes;
        this.folder = folder;
        this.walls = walls;
        this.live = live;
    }

    @For(Profile.SUPERVISION)
    @GetMapping("/deliveries")
    View list(Actor actor, @RequestParam(defaultValue = "0") long before) {
        concerned(actor);
        var found = readings.of(actor, before);
        var more = found.size() > Readings.SHOWN;
        return new DeliveriesPage(
                Readings.decides(actor),
                folder.isWatched(),
                before == 0 ? folder.entries() : java.util.List.of(),
                walls.as(Wall.DIRECTORY, wishes::waiting),
                more ? found.subList(0, Readings.SHOWN) : found,
                more);
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping("/deliveries")
    View ask(
            Actor actor,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "false") boolean rehearsal) {
        mustDecide(actor);
        if (folder.find(source).isEmpty()) throw new NotFound();
        walls.as(Wall.DIRECTORY, () -> wishes.add(source, rehearsal, false, actor.account()));
        return Redirect.to("/deliveries")
                .saying(rehearsal ? "deliveries.rehearsal-asked" : "deliveries.asked");
    }

    @For(Profile.SUPERVISION)
    @GetMapping("/deliveries/{reading}")
    View show(
            Actor actor,
            @PathVariable String reading,
            @RequestParam(defaultValue = "false") boolean warnings,
            @RequestParam(defaultValue = "0") long after) {
        var one = find(actor, reading);
        var found = readings.rejects(one.id(), warnings, after, REJECTS_SHOWN + 1);
        var more = found.size() > REJECTS_SHOWN;
        return new ReadingPage(
                one,
                Readings.decides(actor),
                warnings,
                more ? found.subList(0, REJECTS_SHOWN) : found,
                more);
    }

    @For(Profile.SUPERVISION)
    @GetMapping("/deliveries/{reading}/live")
    LivePage follow(Actor actor, @PathVariable String reading) {
        return live.listen(actor, "delivery-" + find(actor, reading).id());
    }

    /** Somebody has looked: these departures are real. */
    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping("/deliveries/{reading}/acceptance")
    View accept(Actor actor, @PathVariable String reading) {
        mustDecide(actor);
        var one = find(actor, reading);
        if (!one.state().equals("STOPPED")) throw new NotFound();
        var source = folder.find(one.source()).isPresent() ? one.source() : "";
        if (folder.find(source).isEmpty()) throw new NotFound();
        walls.as(Wall.DIRECTORY, () -> wishes.add(source, false, true, actor.account()));
        return Redirect.to("/deliveries").saying("deliveries.accepted");
    }

    private Readings.Reading find(Actor actor, String reading) {
        concerned(actor);
        return readings.of(actor, reading).orElseThrow(NotFound::new);
    }

    /** The folder holds every académie's deliveries: only the région asks for them and decides. */
    private static void mustDecide(Actor actor) {
        if (!Readings.decides(actor)) throw new NotFound();
    }

    private static void concerned(Actor actor) {
        if (!Readings.concern(actor)) throw new NotFound();
    }
}
