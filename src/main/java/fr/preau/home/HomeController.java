package fr.preau.home;

import fr.preau.access.Pictures;
import fr.preau.liaison.LiaisonHome;
import fr.preau.web.Actor;
import fr.preau.web.Notices;
import fr.preau.web.Openings;
import fr.preau.web.Profile;
import fr.preau.web.Screen;
import fr.preau.web.View;
import fr.preau.web.Visit;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomeController {
    private final Surroundings surroundings;
    private final LiaisonHome liaison;
    private final Openings openings;
    private final ObjectProvider<Notices> notices;

    HomeController(
            Surroundings surroundings,
            LiaisonHome liaison,
            Openings openings,
            ObjectProvider<Notices> notices) {
        this.surroundings = surroundings;
        this.liaison = liaison;
        this.openings = openings;
        this.notices = notices;
    }

    @GetMapping("/")
    View home(Actor actor, Visit visit) {
        var guardian = actor.profile() == Profile.GUARDIAN;
        var teacher = actor.profile() == Profile.TEACHER;
        var pupil = actor.profile() == Profile.PUPIL;
        var notes = openings.opens(actor, "/liaison");
        return new HomePage(
                actor.profile(),
                visit.firstName(),
                Pictures.avatar(actor.person()),
                Screen.colourOf(actor.person()),
                visit.place(),
                guardian ? surroundings.childrenOf(actor) : List.of(),
                guardian && notes ? liaison.toSign(actor) : List.of(),
                teacher && notes ? liaison.inProgress(actor) : List.of(),
                teacher && openings.opens(actor, "/pupils")
                        ? surroundings.blockedPupilsOf(actor)
                        : List.of(),
                pupil && notes ? liaison.forPupil(actor) : List.of(),
                guardian || teacher || pupil ? List.of() : surroundings.schoolsBelow(actor),
                notices.stream().flatMap(one -> one.of(actor).stream()).toList());
    }
}
