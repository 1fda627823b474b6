package fr.preau.calendar;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The official dates of zones; written by the région, behind the directory's wall. */
@Component
class OfficialDates {
    private final JdbcClient db;
    private final Walls walls;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    OfficialDates(JdbcClient db, Walls walls, ApplicationEventPublisher facts, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.facts = facts;
        this.clock = clock;
    }

    private record Row(String kind, LocalDate startsOn, LocalDate endsOn) {}

    OfficialForm of(String zone, int year) {
        var typed = new LinkedHashMap<String, String>();
        for (var row : rows(zone, year)) {
            typed.put(row.kind() + "-from", row.startsOn().toString());
            typed.put(row.kind() + "-to", row.endsOn().toString());
        }
        return new OfficialForm(typed);
    }

    private List<Row> rows(String zone, int year) {
        return db.sql(
                        """
                        select 'YEAR' as kind, starts_on, ends_on from official_year where zone = :zone and year = :year
                        union all
                        select kind, starts_on, ends_on from official_break where zone = :zone and year = :year
                        """)
                .param("zone", zone)
                .param("year", year)
                .query(Row.class)
                .list();
    }

    /** Which académie is in which zone, in words. */
    List<OfficialPage.Academy> academies() {
        return db.sql(
                        """
                        select s.name, z.zone from academy_zone z join structure s on s.kind = 'ACADEMY' and s.academy = z.academy order by z.zone, s.name
                        """)
                .query(OfficialPage.Academy.class)
                .list();
    }

    void write(Actor actor, String zone, int year, OfficialForm form) {
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    writeYear(zone, year, form);
                    writeBreaks(zone, year, form.breaks());
                });
        facts.publishEvent(
                new CalendarFact.OfficialCalendarChanged(
                        zone, year, actor.account(), actor.person(), clock.instant()));
    }

    private void writeYear(String zone, int year, OfficialForm form) {
        db.sql(
                        """
                        insert into official_year (zone, year, starts_on, ends_on) values (:zone, :year, :from, :to)
                        on conflict (zone, year) do update set starts_on = excluded.starts_on, ends_on = excluded.ends_on
                        """)
                .param("zone", zone)
                .param("year", year)
                .param("from", form.date("YEAR-from"))
                .param("to", form.date("YEAR-to"))
                .update();
    }

    private void writeBreaks(String zone, int year, List<SchoolCalendar.Break> breaks) {
        db.sql("delete from official_break where zone = :zone and year = :year")
                .param("zone", zone)
                .param("year", year)
                .update();
        db.sql(
                        """
                        insert into official_break (zone, year, kind, starts_on, ends_on)
                        select :zone, :year, k, s::date, e::date from unnest(:kinds, :starts, :ends) b (k, s, e)
                        """)
                .param("zone", zone)
                .param("year", year)
                .param(
                        "kinds",
                        breaks.stream().map(SchoolCalendar.Break::kind).toArray(String[]::new))
                .param(
                        "starts",
                        breaks.stream()
                                .map(held -> held.startsOn().toString())
                                .toArray(String[]::new))
                .param(
                        "ends",
                        breaks.stream()
                                .map(held -> held.endsOn().toString())
                                .toArray(String[]::new))
                .update();
    }
}
