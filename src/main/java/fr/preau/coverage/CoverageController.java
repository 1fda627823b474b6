package fr.preau.coverage;

import fr.preau.agreements.Terms;
import fr.preau.web.Actor;
import fr.preau.web.Csv;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Profile;
import fr.preau.web.View;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the conventions cover, for the région and the DSDEN: the board, its lists, their files. */
@Controller
class CoverageController {
    private final Board board;
    private final CoverageLists lists;
    private final Terms terms;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    CoverageController(
            Board board,
            CoverageLists lists,
            Terms terms,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.board = board;
        this.lists = lists;
        this.terms = terms;
        this.facts = facts;
        this.clock = clock;
    }

    @For(Profile.SUPERVISION)
    @GetMapping("/coverage")
    View show(Actor actor, @RequestParam(required = false) @Nullable Integer year) {
        see(actor);
        var current = terms.currentYear();
        var asked = year == null ? current : year;
        var known = board.known();
        return new CoveragePage(
                asked, current, known.years(), board.of(asked), known.countedAt().orElse(null));
    }

    @For(Profile.SUPERVISION)
    @GetMapping("/coverage/towns")
    View towns(Actor actor, CoverageFilter asked) {
        var filter = filter(actor, asked);
        return TownListPage.of(filter, lists.towns(filter, CoverageLists.PAGE + 1));
    }

    @For(Profile.SUPERVISION)
    @GetMapping("/coverage/schools")
    View schools(Actor actor, CoverageFilter asked) {
        var filter = filter(actor, asked);
        return SchoolListPage.of(filter, lists.schools(filter, CoverageLists.PAGE + 1));
    }

    @For(Profile.SUPERVISION)
    @GetMapping("/coverage/departments.csv")
    ResponseEntity<byte[]> takeDepartments(Actor actor, CoverageFilter asked) {
        var year = year(filter(actor, asked));
        return taken(actor, "departements", year, CoverageTables.departments(board.of(year)));
    }

    @For(Profile.SUPERVISION)
    @GetMapping("/coverage/towns.csv")
    ResponseEntity<byte[]> takeTowns(Actor actor, CoverageFilter asked) {
        var filter = filter(actor, asked).from("");
        return taken(
                actor,
                "communes",
                year(filter),
                CoverageTables.towns(lists.towns(filter, CoverageLists.FILE)));
    }

    @For(Profile.SUPERVISION)
    @GetMapping("/coverage/schools.csv")
    ResponseEntity<byte[]> takeSchools(Actor actor, CoverageFilter asked) {
        var filter = filter(actor, asked).from("");
        return taken(
                actor,
                "ecoles",
                year(filter),
                CoverageTables.schools(lists.schools(filter, CoverageLists.FILE)));
    }

    private ResponseEntity<byte[]> taken(
            Actor actor, String table, int year, List<List<String>> lines) {
        facts.publishEvent(
                new CoverageTaken(table, year, actor.account(), actor.person(), clock.instant()));
        return Csv.download(lines, "couverture-%s-%d-%d.csv".formatted(table, year, year + 1));
    }

    private CoverageFilter filter(Actor actor, CoverageFilter asked) {
        see(actor);
        return asked.year() == null ? asked.in(terms.currentYear()) : asked;
    }

    private int year(CoverageFilter filter) {
        return filter.year() == null ? terms.currentYear() : filter.year();
    }

    private static void see(Actor actor) {
        if (!CoveragePolicy.seesBoard(actor)) throw new NotFound();
    }
}
