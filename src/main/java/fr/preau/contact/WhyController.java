package fr.preau.contact;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Profile;
import fr.preau.web.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Two people are looked for, then chosen; the answer comes both ways, with its rule. */
@Controller
class WhyController {
    private final Why why;
    private final People people;

    WhyController(Why why, People people) {
        this.why = why;
        this.people = people;
    }

    @GetMapping("/contact/why")
    @For(Profile.TEACHER)
    View ask(
            Actor actor,
            @RequestParam(required = false) @Nullable Long from,
            @RequestParam(required = false) @Nullable Long to,
            @RequestParam(defaultValue = "") String one,
            @RequestParam(defaultValue = "") String other) {
        if (actor.administeredSchools().length == 0) throw new NotFound();
        var first = chosen(actor, from);
        var second = chosen(actor, to);
        return WhyPage.of(
                new WhyPage.Seat(first, People.clean(one), proposed(actor, first, one)),
                new WhyPage.Seat(second, People.clean(other), proposed(actor, second, other)),
                why.bothWays(first, second));
    }

    private Why.@Nullable Somebody chosen(Actor actor, @Nullable Long person) {
        return person == null ? null : why.somebody(actor, person);
    }

    private List<PeoplePage.Entry> proposed(
            Actor actor, Why.@Nullable Somebody already, String asked) {
        var words = People.clean(asked);
        return already != null || !People.isAsked(words)
                ? List.of()
                : people.find(actor, words, Cursor.START, ContactPolicy.IN_SCHOOL).people();
    }
}
