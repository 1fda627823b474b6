package fr.preau.quiet;

import fr.preau.web.Actor;
import fr.preau.web.Dates;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hours in force, those of the région and those that schools have chosen. */
@Component
class QuietRules {
    private final JdbcClient db;
    private final Clock clock;

    QuietRules(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Row(
            long school,
            LocalTime eveningFrom,
            LocalTime eveningUntil,
            @Nullable Integer weekendFrom,
            boolean holidays) {}

    Map<Long, QuietRule> of(Collection<Long> schools, Instant at) {
        var rules = new LinkedHashMap<Long, QuietRule>();
        if (schools.isEmpty()) return rules;
        db.sql(
                        """
                        select s.id as school, coalesce(c.evening_from, u.evening_from) as evening_from, coalesce(c.evening_until, u.evening_until) as evening_until,
                               case when c.evening_from is null then u.weekend_from else c.weekend_from end as weekend_from,
                               case when c.evening_from is null then u.holidays else c.holidays end as holidays
                          from unnest(:schools) s (id)
                         cross join lateral (select * from quiet_usual where valid_from <= :day order by valid_from desc limit 1) u
                          left join lateral (select * from quiet_choice q where q.school_id = s.id order by q.id desc limit 1) c on true
                        """)
                .param("schools", schools.stream().mapToLong(Long::longValue).toArray())
                .param("day", LocalDate.ofInstant(at, Dates.SCHOOL_TIME))
                .query(Row.class)
                .list()
                .forEach(row ->
                        rules.put(
                                row.school(),
                                new QuietRule(
                                        row.eveningFrom(),
                                        row.eveningUntil(),
                                        row.weekendFrom(),
                                        row.holidays())));
        return rules;
    }

    List<QuietPage.School> schools(Actor actor) {
        return db.sql(
                        "select id, name from structure where kind = 'SCHOOL' and id = any (:ids) order by plain(name), id")
                .param("ids", actor.administeredSchools())
                .query(QuietPage.School.class)
                .list();
    }

    Optional<QuietPage.Choice> lastOf(long school) {
        return db.sql(
                        """
                        select c.id, c.evening_from is null as usual, c.chosen_at, coalesce(p.first_name || ' ' || p.last_name, '—') as by
                          from quiet_choice c left join person p on p.id = c.by_person_id
                         where c.school_id = :school order by c.id desc limit 1
                        """)
                .param("school", school)
                .query(QuietPage.Choice.class)
                .optional();
    }

    /** Null: the hours of the région again. Returns the choice's number. */
    long choose(Actor actor, long school, @Nullable QuietRule rule) {
        return db.sql(
                        """
                        insert into quiet_choice (school_id, evening_from, evening_until, weekend_from, holidays, chosen_at, by_person_id)
                        values (:school, :from, :until, :weekend, :holidays, :now, :person) returning id
                        """)
                .param("school", school)
                .param("from", rule == null ? null : rule.eveningFrom(), Types.TIME)
                .param("until", rule == null ? null : rule.eveningUntil(), Types.TIME)
                .param("weekend", rule == null ? null : rule.weekendFrom(), Types.INTEGER)
                .param("holidays", rule != null && rule.holidays())
                .param("now", Timestamp.from(clock.instant()))
                .param("person", actor.person())
                .query(Long.class)
                .single();
    }

    /** Only what was chosen last: whoever looked at an older page takes nothing else back. */
    boolean takeBack(long school, long choice) {
        return db.sql(
                                """
                                delete from quiet_choice where school_id = :school and id = :choice
                                   and id = (select max(id) from quiet_choice where school_id = :school)
                                """)
                        .param("school", school)
                        .param("choice", choice)
                        .update()
                == 1;
    }
}
