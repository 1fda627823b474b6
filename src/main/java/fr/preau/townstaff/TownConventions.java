package fr.preau.townstaff;

import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Until when a town is under convention, its schools, and when its colleagues are confirmed. */
@Component
class TownConventions {
    private final JdbcClient db;
    private final Clock clock;

    TownConventions(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The convention of a town that ends last among those in force today. */
    record InForce(
            long town, @Nullable Long department, long academy, long region, LocalDate endsOn) {}

    Optional<InForce> inForce(long town) {
        return db.sql(
                        """
                        select town_id as town, department_id as department, academy_id as academy, region_id as region, ends_on
                          from agreement
                         where town_id = :town and (state = 'SIGNED' or state = 'TERMINATED' and terminated_on > :today) and effect_on <= :today and ends_on >= :today
                         order by ends_on desc limit 1
                        """)
                .param("town", town)
                .param("today", LocalDate.now(clock))
                .query(InForce.class)
                .optional();
    }

    List<StaffFormPage.Town> towns(List<Long> ids) {
        record Row(long town, String townName, long id, String name) {}
        return db
                .sql(
                        """
                        select t.id as town, t.name as town_name, s.id, s.name from structure t
                          join structure s on s.town_id = t.id and s.kind = 'SCHOOL' and s.departed_at is null
                         where t.id = any (:towns) order by plain(t.name), t.id, plain(s.name), s.id
                        """)
                .param("towns", ids.toArray(Long[]::new))
                .query(Row.class)
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                row ->
                                        new StaffFormPage.Town(
                                                row.town(), row.townName(), List.of()),
                                LinkedHashMap::new,
                                Collectors.mapping(
                                        row -> new StaffFormPage.School(row.id(), row.name()),
                                        Collectors.toList())))
                .entrySet()
                .stream()
                .map(one ->
                        new StaffFormPage.Town(
                                one.getKey().id(), one.getKey().name(), one.getValue()))
                .toList();
    }

    StaffPolicy.Campaign campaign() {
        var today = LocalDate.now(clock);
        record Rule(String rule, String value) {}
        var rules =
                db
                        .sql(
                                "select distinct on (rule) rule, value from town_staff_rule where from_on <= :today order by rule, from_on desc")
                        .param("today", today)
                        .query(Rule.class)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Rule::rule, Rule::value));
        var day = MonthDay.parse("--" + rules.get("CONFIRM_DAY"));
        var from = day.atYear(today.getYear());
        if (from.isAfter(today)) from = day.atYear(today.getYear() - 1);
        var to = from.plusDays(number(rules, "CONFIRM_DAYS"));
        return new StaffPolicy.Campaign(from, to, to.minusDays(number(rules, "TELL_DAYS")));
    }

    private static int number(Map<String, String> rules, String rule) {
        return Integer.parseInt(rules.get(rule));
    }
}
