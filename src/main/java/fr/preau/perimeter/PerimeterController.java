package fr.preau.perimeter;

import static fr.preau.web.Profile.SUPERVISION;
import static fr.preau.web.Profile.TOWN;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.View;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The tree of schools below somebody: a publisher's support has none to see. */
@Controller
class PerimeterController {
    private final Places places;
    private final Schools schools;

    PerimeterController(Places places, Schools schools) {
        this.places = places;
        this.schools = schools;
    }

    @For({SUPERVISION, TOWN})
    @GetMapping("/perimeter")
    View all(Actor actor, Search search) {
        var own = places.of(actor);
        return own.size() == 1 ? node(actor, List.of(own.getFirst()), search) : new RootsPage(own);
    }

    @For({SUPERVISION, TOWN})
    @GetMapping("/perimeter/{structure}")
    View show(Actor actor, @PathVariable long structure, Search search) {
        var way = places.wayTo(actor, structure);
        return way.getLast().isSchool() ? school(actor, way) : node(actor, way, search);
    }

    private NodePage node(Actor actor, List<Place> way, Search search) {
        var node = way.getLast();
        return new NodePage(
                way,
                actor.structures().size() > 1,
                places.below(node),
                search,
                schools.below(actor, node, search),
                Schools.seesInside(actor));
    }

    private SchoolPage school(Actor actor, List<Place> way) {
        var school = way.getLast();
        return new SchoolPage(
                way,
                schools.facts(school),
                Schools.seesInside(actor)
                        ? new SchoolPage.Inside(
                                true,
                                schools.directorsOf(school),
                                schools.classesOf(school),
                                schools.pupilsOf(school))
                        : SchoolPage.Inside.NOT_FOR_YOU);
    }
}
