package fr.preau.contact;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.Profile;
import fr.preau.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Looking for somebody, as one types or with a form. */
@Controller
class PeopleController {
    private final People people;

    PeopleController(People people) {
        this.people = people;
    }

    @GetMapping("/people")
    @For({Profile.PUPIL, Profile.GUARDIAN, Profile.TEACHER, Profile.TOWN, Profile.SUPERVISION})
    View look(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after) {
        var asked = People.clean(q);
        var found =
                People.isAsked(asked)
                        ? people.find(actor, asked, Cursor.parse(after), People.ANYBODY)
                        : PeoplePage.Found.NOBODY;
        return new PeoplePage(
                actor.profile(), actor.structures().size() > 1, asked, !after.isEmpty(), found);
    }
}
