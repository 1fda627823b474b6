package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.access.CharterPage.Rule;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.BeforeAll;
import fr.preau.web.Markdown;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The charter comes before everything else, with proof: version, hash of the text, moment, manner
 * (capabilities A04 and A05).
 */
@Controller
class CharterController {
    private final JdbcClient db;
    private final Walls walls;
    private final Sessions sessions;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    CharterController(
            JdbcClient db,
            Walls walls,
            Sessions sessions,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.db = db;
        this.walls = walls;
        this.sessions = sessions;
        this.facts = facts;
        this.clock = clock;
    }

    private record Charter(String audience, int version, String body) {}

    @BeforeAll
    @GetMapping("/charter")
    View read(Actor actor, @RequestParam(defaultValue = "/") String then) {
        return page(inForceFor(actor), then, new Problems());
    }

    @BeforeAll
    @PostMapping("/charter")
    View accept(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean agreed,
            @RequestParam int version,
            @RequestParam(defaultValue = "/") String then,
            HttpServletRequest request) {
        var charter = inForceFor(actor);
        if (charter.version() != version)
            return page(charter, then, new Problems().add("agreed", t("access.charter.newer")));
        if (!agreed)
            return page(charter, then, new Problems().add("agreed", t("access.charter.tick")));
        walls.as(Wall.DOOR, () -> prove(actor, charter));
        Cookies.SESSION.read(request).ifPresent(sessions::forget);
        facts.publishEvent(
                new DoorFact.CharterAccepted(
                        actor.account(), charter.audience(), charter.version(), clock.instant()));
        return Redirect.to(LocalPath.of(then));
    }

    private Charter inForceFor(Actor actor) {
        return db.sql(
                        """
                        select audience, version, body from charter where audience = :audience and effective_from <= :now order by version desc limit 1
                        """)
                .param("audience", actor.profile() == Profile.PUPIL ? "CHILD" : "ADULT")
                .param("now", Timestamp.from(clock.instant()))
                .query(Charter.class)
                .single();
    }

    private void prove(Actor actor, Charter charter) {
        db.sql(
                        """
                        insert into charter_acceptance (account_id, audience, version, text_hash, accepted_at, manner)
                        values (:account, :audience, :version, :hash, :now, :manner) on conflict do nothing
                        """)
                .param("account", actor.account())
                .param("audience", charter.audience())
                .param("version", charter.version())
                .param("hash", HexFormat.of().formatHex(Tokens.hash(charter.body())))
                .param("now", Timestamp.from(clock.instant()))
                .param("manner", actor.profile() == Profile.PUPIL ? "LISTENED" : "READ")
                .update();
    }

    private static CharterPage page(Charter charter, String then, Problems problems) {
        var child = charter.audience().equals("CHILD");
        return new CharterPage(
                child,
                charter.version(),
                child ? "" : Markdown.document(charter.body()),
                child ? rules(charter.body()) : List.of(),
                LocalPath.of(then),
                problems);
    }

    /** One rule a line: {@code pictogram|recording|sentence}. */
    private static List<Rule> rules(String body) {
        return body.lines()
                .map(line -> line.split("\\|", 3))
                .map(parts -> new Rule(parts[0], parts[1], parts[2]))
                .toList();
    }
}
