package fr.preau.network;

import static fr.preau.web.Wording.t;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.Fact;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers the page of a school and a year, and makes its next sheet, behind one wall. */
@Component
class NetworkDesk {
    private static final int FIRST_YEAR = 2020;

    private final NetworkSchools schools;
    private final NetworkSheets sheets;
    private final Formulas formulas;
    private final LineTests tests;
    private final Walls walls;
    private final Clock clock;

    NetworkDesk(
            NetworkSchools schools,
            NetworkSheets sheets,
            Formulas formulas,
            LineTests tests,
            Walls walls,
            Clock clock) {
        this.schools = schools;
        this.sheets = sheets;
        this.formulas = formulas;
        this.tests = tests;
        this.walls = walls;
        this.clock = clock;
    }

    /**
     * @param asked a year; null for the present one
     * @param edition 0 for the last
     */
    NetworkSheetPage page(Actor actor, long school, @Nullable Integer asked, int edition) {
        return walls.as(
                Wall.JOB,
                () ->
                        page(
                                schools.find(actor, school, one -> true),
                                asked == null ? thisYear() : asked,
                                edition,
                                null,
                                new Problems()));
    }

    /** The present year again, with what was typed. */
    NetworkSheetPage wrong(SchoolSeen school, SheetForm form, Problems problems) {
        return walls.as(Wall.JOB, () -> page(school, thisYear(), 0, form, problems));
    }

    private NetworkSheetPage page(
            SchoolSeen school, int year, int edition, @Nullable SheetForm form, Problems problems) {
        if (year < FIRST_YEAR || year > thisYear()) throw new NotFound();
        var latest = sheets.latest(school.id());
        var last = ofYear(latest, year);
        return new NetworkSheetPage(
                school,
                year,
                thisYear(),
                edition == 0 || last != null && last.edition() == edition
                        ? last
                        : sheet(school, year, edition),
                last == null ? 0 : last.edition(),
                years(latest, thisYear()),
                Trial.of(tests.of(school.id(), year)),
                formulas.inForce(year),
                form == null
                        ? SheetForm.from(latest.isEmpty() ? null : latest.getFirst(), school)
                        : form,
                problems);
    }

    private static @Nullable Sheet ofYear(List<Sheet> latest, int year) {
        return latest.stream().filter(one -> one.year() == year).findFirst().orElse(null);
    }

    private static List<Integer> years(List<Sheet> latest, int now) {
        return Stream.concat(Stream.of(now), latest.stream().map(Sheet::year)).distinct().toList();
    }

    Sheet sheet(SchoolSeen school, int year, int edition) {
        return sheets.find(school.id(), year, edition).orElseThrow(NotFound::new);
    }

    /** Of the present year only; returns what happened. */
    List<Fact> make(Actor actor, SchoolSeen school, SheetForm form) {
        return walls.as(
                Wall.JOB,
                () -> {
                    var year = thisYear();
                    var before = sheets.find(school.id(), year, 0).orElse(null);
                    var trials = Trial.of(tests.of(school.id(), year));
                    var edition =
                            sheets.make(
                                    actor,
                                    school,
                                    year,
                                    formulas.inForce(year),
                                    form,
                                    trials.isEmpty() ? null : trials.getFirst());
                    var facts = new ArrayList<Fact>();
                    if (form.changes(before))
                        facts.add(
                                new NetworkFact.LineDeclared(
                                        school.id(),
                                        actor.account(),
                                        actor.person(),
                                        year,
                                        edition));
                    facts.add(
                            new NetworkFact.SheetMade(
                                    school.id(), actor.account(), actor.person(), year, edition));
                    return facts;
                });
    }

    static String fileName(SchoolSeen school, Sheet sheet) {
        return t("network.paper.file", school.uai(), sheet.yearName()) + ".pdf";
    }

    private int thisYear() {
        return NetworkPolicy.yearOf(LocalDate.now(clock));
    }
}
