package fr.preau.coverage;

import fr.preau.agreements.Terms;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Profile;
import fr.preau.web.View;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A commune, for the région, its DSDEN and its own mayor and referents. */
@Controller
class TownController {
    private final Towns towns;
    private final Terms terms;
    private final Clock clock;

    TownController(Towns towns, Terms terms, Clock clock) {
        this.towns = towns;
        this.terms = terms;
        this.clock = clock;
    }

    @For({Profile.TOWN, Profile.SUPERVISION})
    @GetMapping("/coverage/towns/{town}")
    View show(
            Actor actor,
            @PathVariable("town") long id,
            @RequestParam(required = false) @Nullable Integer year) {
        if (!CoveragePolicy.maySeeTown(actor, id)) throw new NotFound();
        var town = towns.find(id).orElseThrow(NotFound::new);
        var current = terms.currentYear();
        var asked = year == null ? current : year;
        return new TownPage(
                town,
                asked,
                current,
                towns.paid(id),
                towns.schools(id, asked),
                actor.profile() == Profile.TOWN,
                LocalDate.now(clock));
    }
}
