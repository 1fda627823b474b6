package fr.preau.quality;

import static fr.preau.web.Profile.SUPERVISION;
import static fr.preau.web.Profile.TEACHER;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The quality of the directory: names for who administers the school, counts for who is above it.
 */
@Controller
class QualityController {
    private final Findings findings;
    private final Perimeters perimeters;
    private final AdministeredSchools schools;

    QualityController(Findings findings, Perimeters perimeters, AdministeredSchools schools) {
        this.findings = findings;
        this.perimeters = perimeters;
        this.schools = schools;
    }

    @GetMapping("/quality")
    @For({TEACHER, SUPERVISION})
    View board(Actor actor, @RequestParam(required = false) @Nullable Long school) {
        if (actor.profile() == SUPERVISION)
            return PerimeterBoardPage.of(perimeters.totals(), perimeters.schools(actor));
        var mine = schools.of(actor);
        var chosen = choose(mine, school);
        return new QualityBoardPage(mine, chosen, findings.counts(chosen.id()));
    }

    @GetMapping("/quality/{figure}")
    @For({TEACHER, SUPERVISION})
    View list(
            Actor actor,
            @PathVariable String figure,
            @RequestParam(required = false) @Nullable Long school,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "2147483647") int count) {
        var asked = Figure.of(figure).orElseThrow(NotFound::new);
        if (actor.profile() == SUPERVISION)
            return FigureSchoolsPage.of(asked, perimeters.schools(asked, count, after), after == 0);
        var chosen = choose(schools.of(actor), school);
        if (asked == Figure.DUPLICATE) return Redirect.to(asked.repair());
        return FigureListPage.of(
                chosen, asked, findings.behind(chosen.id(), asked, after), after == 0);
    }

    /** Counts by school, for a spreadsheet; never a name. */
    @GetMapping("/quality.csv")
    @For(SUPERVISION)
    ResponseEntity<String> csv(Actor actor) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"qualite-annuaire.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(CountsCsv.of(perimeters.lines()));
    }

    /** 404 to who administers no school, or not this one. */
    private static School choose(List<School> mine, @Nullable Long asked) {
        return mine.stream()
                .filter(school -> asked == null || school.id() == asked)
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
