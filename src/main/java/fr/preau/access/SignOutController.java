package fr.preau.access;

import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.BeforeAll;
import fr.preau.web.Leaving;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignOutController {
    private final Sessions sessions;
    private final Walls walls;
    private final List<SignOuts> others;
    private final List<LeavesBy> sides;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    SignOutController(
            Sessions sessions,
            Walls walls,
            List<SignOuts> others,
            List<LeavesBy> sides,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.sessions = sessions;
        this.walls = walls;
        this.others = others;
        this.sides = sides;
        this.facts = facts;
        this.clock = clock;
    }

    @BeforeAll
    @Leaving
    @PostMapping("/sign-out")
    View leave(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean everywhere,
            @RequestParam(name = "onwards", defaultValue = "") String service,
            HttpServletRequest request,
            HttpServletResponse response) {
        var token = Cookies.SESSION.read(request);
        var number = token.flatMap(sessions::number);
        var onwards =
                number.flatMap(session -> side(session, request))
                        .or(() -> token.flatMap(sessions::leavesTo));
        token.ifPresent(sessions::end);
        if (everywhere) sessions.endAll(actor.account());
        Cookies.SESSION.clear(request, response);
        // Drafts kept on the device belong to the one who leaves.
        response.setHeader("Clear-Site-Data", "\"storage\"");
        number.ifPresent(session ->
                walls.afterCommit(() -> others.forEach(other -> other.signedOut(session))));
        facts.publishEvent(new DoorFact.SignedOut(actor.account(), everywhere, clock.instant()));
        // Whoever came by another door is signed out there too.
        if (onwards.isPresent())
            return OnwardsPage.to(onwards.get(), "access.sign-out.onwards", response);
        if (others.stream().anyMatch(other -> other.welcomes(service)))
            return OnwardsPage.to(service, "access.sign-out.back", response);
        return Redirect.to("/sign-in")
                .saying(everywhere ? "access.sign-out.everywhere" : "access.sign-out.done");
    }

    /** Where the door that the session came by is told, when it wants to be. */
    private Optional<String> side(long session, HttpServletRequest request) {
        return sides.stream().flatMap(side -> side.leavesBy(session, request).stream()).findFirst();
    }
}
