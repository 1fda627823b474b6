package fr.preau.continuity;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What schools are covered by, behind the wall of whoever asks. A school that never was under a
 * convention is not among them.
 */
@Component
class Covers {
    /** One line for each school: the convention that ends last. */
    private static final String ALL =
            """
            select distinct on (s.structure_id) s.structure_id as school, g.id as agreement, g.state = 'TERMINATED' as cut,
                   case when g.state = 'TERMINATED' then least(g.ends_on, g.terminated_on - 1) else g.ends_on end as ends_on
              from agreement_school s
              join agreement g on g.id = s.agreement_id and g.state in ('SIGNED', 'TERMINATED') and g.effect_on <= :today
             where s.live and %s
             order by s.structure_id, 4 desc, g.id desc
            """;

    private static final String TOLD =
            """
            with last as materialized (%s)
            select l.school, t.name, l.agreement, l.ends_on, l.cut, w.warned_on, c.about_on as closing_on, c.given_on as closing_given_on,
                   (select max(x.until_on) from continuity_grace x
                     where x.agreement_id = l.agreement and x.undone_at is null and (x.structure_id is null or x.structure_id = l.school)) as grace_until,
                   (select g.state from agreement_school s join agreement g on g.id = s.agreement_id and g.state in ('DRAFT', 'SENT', 'TOWN_SIGNED')
                     where s.structure_id = l.school and s.live order by g.school_year desc limit 1) as next
              from last l
              join structure t on t.id = l.school and t.departed_at is null
              left join lateral (select min(given_on) as warned_on from continuity_warning
                                  where school_id = l.school and ends_on = l.ends_on and about_on = l.ends_on) w on true
              left join lateral (select about_on, given_on from continuity_warning
                                  where school_id = l.school and ends_on = l.ends_on and step = 'CLOSING' order by given_on desc, about_on desc limit 1) c on true
            """;

    private static final String OF =
            TOLD.formatted(ALL.formatted("s.structure_id = any (:schools)"));

    private static final String EVERY = TOLD.formatted(ALL.formatted("s.structure_id is not null"));

    private final JdbcClient db;

    Covers(JdbcClient db) {
        this.db = db;
    }

    List<Cover> of(long[] schools, LocalDate today) {
        return db.sql(OF).param("schools", schools).param("today", today).query(Cover.class).list();
    }

    /** Of every school whose conventions are within the wall, by name. */
    List<Cover> all(LocalDate today) {
        return db.sql(EVERY + " order by plain(t.name), l.school")
                .param("today", today)
                .query(Cover.class)
                .list();
    }

    Rules rules(LocalDate today) {
        record Rule(String rule, String value) {}
        return new Rules(
                db
                        .sql(
                                "select distinct on (rule) rule, value from continuity_rule where from_on <= :today order by rule, from_on desc")
                        .param("today", today)
                        .query(Rule.class)
                        .list()
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        Rule::rule, Rule::value, (a, b) -> a, TreeMap::new)));
    }
}
