package fr.preau.network;

import static fr.preau.web.Profile.SUPERVISION;
import static fr.preau.web.Profile.TEACHER;
import static fr.preau.web.Profile.TOWN;

import fr.preau.print.Pdf;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What lines should carry: the schools of a town or a perimeter, and the sheet of each. */
@Controller
class NetworkController {
    static final String HERE = "/network";

    private final NetworkSchools schools;
    private final NetworkDesk desk;
    private final Pdf pdf;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    NetworkController(
            NetworkSchools schools,
            NetworkDesk desk,
            Pdf pdf,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.schools = schools;
        this.desk = desk;
        this.pdf = pdf;
        this.facts = facts;
        this.clock = clock;
    }

    @For({TEACHER, TOWN, SUPERVISION})
    @GetMapping(HERE)
    View list(Actor actor, Asked asked) {
        if (NetworkPolicy.read(actor).length == 0) throw new NotFound();
        var year = NetworkPolicy.yearOf(today());
        var rows = schools.list(actor, year, asked);
        if (actor.profile() == TEACHER && asked.isPlain() && rows.size() == 1)
            return Redirect.to(HERE + "/" + rows.getFirst().id());
        return new NetworkListPage(year, asked, rows, NetworkPolicy.writesFormula(actor));
    }

    @For({TEACHER, TOWN, SUPERVISION})
    @GetMapping(HERE + "/{school}")
    View show(
            Actor actor,
            @PathVariable long school,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "0") int edition) {
        return desk.page(actor, school, year, edition);
    }

    @For({TEACHER, TOWN, SUPERVISION})
    @PostMapping(HERE + "/{school}")
    View make(Actor actor, @PathVariable long school, SheetForm form) {
        var seen = schools.find(actor, school, SchoolSeen::declares);
        var problems = form.check();
        if (problems.any()) return desk.wrong(seen, form, problems);
        var made = desk.make(actor, seen, form);
        made.forEach(facts::publishEvent);
        return Redirect.to(seen.path()).saying("network.made");
    }

    @For({TEACHER, TOWN, SUPERVISION})
    @GetMapping(HERE + "/{school}/{year}/sheet.pdf")
    ResponseEntity<byte[]> paper(
            Actor actor,
            @PathVariable long school,
            @PathVariable int year,
            @RequestParam(defaultValue = "0") int edition) {
        var seen = schools.find(actor, school, one -> true);
        var sheet = desk.sheet(seen, year, edition);
        var paper =
                pdf.of("network/_paper.jte", "network.css", Map.of("school", seen, "sheet", sheet));
        return Pdf.download(paper, NetworkDesk.fileName(seen, sheet));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
