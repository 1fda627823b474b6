package fr.preau.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The calendars of schools, one statement for all those asked. Reads behind the wall of whoever
 * asks: a school out of reach has its zone's calendar and the usual week.
 */
@Component
public class Calendar {
    private final JdbcClient db;

    Calendar(JdbcClient db) {
        this.db = db;
    }

    public boolean isSchoolHalfDay(long school, LocalDate date, HalfDay half) {
        return of(school).isSchoolHalfDay(date, half);
    }

    public boolean isOpenAt(long school, Instant instant) {
        return of(school).isOpenAt(instant);
    }

    public Optional<LocalDate> nextSchoolDay(long school, LocalDate date) {
        return of(school).nextSchoolDay(date);
    }

    public int halfDaysBetween(long school, LocalDate from, LocalDate to) {
        return of(school).halfDaysBetween(from, to);
    }

    public SchoolCalendar of(long school) {
        return of(List.of(school)).get(school);
    }

    public Map<Long, SchoolCalendar> of(Collection<Long> schools) {
        var drawn = new LinkedHashMap<Long, Drawing>();
        for (var school : schools) drawn.put(school, new Drawing());
        if (drawn.isEmpty()) return Map.of();
        db.sql(
                        """
                        with asked as (
                            select s.id, z.zone from structure s left join academy_zone z on z.academy = s.academy where s.id = any (:schools)
                        )
                        select 'YEAR' as part, a.id as school, '' as kind, y.starts_on, y.ends_on, null as half, null as to_half, 0 as weekday,
                               null::time as opens, null::time as closes, 0::bigint as number
                          from asked a join official_year y on y.zone = a.zone
                        union all
                        select 'BREAK', a.id, b.kind, b.starts_on, b.ends_on, null, null, 0, null, null, 0 from asked a join official_break b on b.zone = a.zone
                        union all
                        select 'WEEK', w.school_id, '', w.valid_from, w.valid_from, w.half, null, w.weekday, w.opens, w.closes, 0
                          from school_week w where w.school_id = any (:schools)
                        union all
                        select e.kind, e.school_id, e.reason, e.from_on, e.to_on, e.from_half, e.to_half, 0, null, null, e.id
                          from school_decision e where e.school_id = any (:schools)
                        order by 1, 4, 11
                        """)
                .param("schools", schools.stream().mapToLong(Long::longValue).toArray())
                .query((ResultSet row) -> {
                    drawn.get(row.getLong("school")).add(row);
                });
        var calendars = new HashMap<Long, SchoolCalendar>();
        drawn.forEach((school, drawing) -> calendars.put(school, drawing.done(school)));
        return calendars;
    }

    /** A calendar being put together from the rows of the statement. */
    private static final class Drawing {
        private final List<SchoolCalendar.Year> years = new ArrayList<>();
        private final List<SchoolCalendar.Break> breaks = new ArrayList<>();
        private final Map<LocalDate, Map<SchoolCalendar.Slot, SchoolCalendar.Hours>> weeks =
                new TreeMap<>();
        private final List<SchoolCalendar.Decision> decisions = new ArrayList<>();

        void add(ResultSet row) throws SQLException {
            var from = row.getObject("starts_on", LocalDate.class);
            var to = row.getObject("ends_on", LocalDate.class);
            switch (row.getString("part")) {
                case "YEAR" -> years.add(new SchoolCalendar.Year(from, to));
                case "BREAK" ->
                        breaks.add(new SchoolCalendar.Break(row.getString("kind"), from, to));
                case "WEEK" ->
                        weeks.computeIfAbsent(from, day -> new HashMap<>())
                                .put(
                                        new SchoolCalendar.Slot(
                                                DayOfWeek.of(row.getInt("weekday")),
                                                half(row, "half")),
                                        new SchoolCalendar.Hours(
                                                row.getObject("opens", LocalTime.class),
                                                row.getObject("closes", LocalTime.class)));
                default ->
                        decisions.add(
                                new SchoolCalendar.Decision(
                                        row.getLong("number"),
                                        row.getString("part").equals("CLOSED"),
                                        from,
                                        half(row, "half"),
                                        to,
                                        half(row, "to_half"),
                                        row.getString("kind")));
            }
        }

        private static HalfDay half(ResultSet row, String column) throws SQLException {
            return HalfDay.valueOf(row.getString(column));
        }

        SchoolCalendar done(long school) {
            return new SchoolCalendar(
                    school,
                    years,
                    breaks,
                    weeks.entrySet().stream()
                            .map(week -> new SchoolCalendar.Week(week.getKey(), week.getValue()))
                            .toList(),
                    decisions);
        }
    }
}
