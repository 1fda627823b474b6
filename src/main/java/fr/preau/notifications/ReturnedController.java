package fr.preau.notifications;

import static fr.preau.web.Profile.TEACHER;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The direction sees whom letters do not reach. */
@Controller
class ReturnedController {
    private final Returned returned;

    ReturnedController(Returned returned) {
        this.returned = returned;
    }

    @GetMapping("/notifications/returned")
    @For(TEACHER)
    View list(Actor actor, @RequestParam(required = false) @Nullable Long school) {
        var schools = returned.schools(actor);
        var own =
                schools.stream()
                        .filter(s -> school == null || s.id() == school)
                        .findFirst()
                        .orElseThrow(NotFound::new);
        return new ReturnedPage(own, schools, returned.of(own.id()));
    }
}
