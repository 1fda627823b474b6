package fr.preau.access;

import fr.preau.web.Actor;
import fr.preau.web.NotFound;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import fr.preau.web.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One account, several hats: changing is one click and needs no sign-out (capability A15). */
@Controller
class HatController {
    private final Sessions sessions;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    HatController(Sessions sessions, ApplicationEventPublisher facts, Clock clock) {
        this.sessions = sessions;
        this.facts = facts;
        this.clock = clock;
    }

    @PostMapping("/hat")
    View wear(
            Actor actor,
            Visit visit,
            @RequestParam long person,
            @RequestParam Profile profile,
            @RequestParam(defaultValue = "/") String then,
            HttpServletRequest request) {
        if (visit.hats().stream()
                .noneMatch(hat -> hat.person() == person && hat.profile() == profile))
            throw new NotFound();
        Cookies.SESSION.read(request).ifPresent(token -> sessions.wear(token, person, profile));
        facts.publishEvent(new DoorFact.HatChanged(actor.account(), person, clock.instant()));
        return Redirect.to(LocalPath.of(then));
    }
}
