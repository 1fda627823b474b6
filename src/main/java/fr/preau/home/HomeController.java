package fr.preau.home;

import fr.preau.access.Pictures;
import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.View;
import fr.preau.web.Visit;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomeController {
    private final Surroundings surroundings;

    HomeController(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @GetMapping("/")
    View home(Actor actor, Visit visit) {
        var teacher = actor.profile() == Profile.TEACHER;
        return new HomePage(
                actor.profile(),
                visit.firstName(),
                Pictures.avatar(actor.person()),
                visit.place(),
                actor.profile() == Profile.GUARDIAN ? surroundings.childrenOf(actor) : List.of(),
                actor.profile() == Profile.GUARDIAN || actor.profile() == Profile.PUPIL || teacher ? List.of() : surroundings.schoolsBelow(actor),
                teacher ? surroundings.blockedPupilsOf(actor) : List.of(),
                teacher);
    }
}
