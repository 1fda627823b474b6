package fr.preau.departures;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Erases;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Erases those whose time has come, all features in one transaction: interrupted, nothing has
 * happened; run again, nothing is left to do. What proves it holds numbers and no name.
 */
@Component
class Erasing {
    /**
     * Never activated, and nobody who answers for them has come either: nothing waits for ninety
     * days. A child's own account is seldom activated; as long as a parent may take away what they
     * received for the child, the child is not erased.
     */
    static final String NEVER_ACTIVATED =
            """
            not exists (
                select 1 from account_person ap
                  join account a on a.id = ap.account_id
                  left join account_person o on o.account_id = ap.account_id
                  left join person q on q.id = o.person_id
                 where ap.person_id = p.id and (a.state <> 'TO_ACTIVATE' or q.departed_at is null))
            and not exists (
                select 1 from guardianship g
                  join account_person ap on ap.person_id = g.guardian_id
                  join account a on a.id = ap.account_id and a.state <> 'TO_ACTIVATE'
                 where g.pupil_id = p.id)
            """;

    private final JdbcClient db;
    private final Walls walls;
    private final ObjectProvider<Erases> erases;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Erasing(
            JdbcClient db,
            Walls walls,
            ObjectProvider<Erases> erases,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.db = db;
        this.walls = walls;
        this.erases = erases;
        this.facts = facts;
        this.clock = clock;
    }

    private record Due(long id, String rule) {}

    private record Proof(long schoolId, String rule, String profile, int persons) {}

    /** Answers how many people were erased. */
    int eraseDue() {
        return walls.as(
                Wall.DIRECTORY,
                () -> {
                    db.sql("select pg_advisory_xact_lock(7261742)").query((row, n) -> n).single();
                    var due = due();
                    if (!due.isEmpty()) erase(due);
                    return due.size();
                });
    }

    /**
     * Locked until they are erased; whom an import holds at this moment waits for the next round.
     */
    private List<Due> due() {
        return db.sql(
                        """
                        select p.id, case when e.erases_on <= :today then 'DELAY' else 'NEVER_ACTIVATED' end as rule
                          from person p
                         cross join lateral (
                               select coalesce(max(d.erases_on), p.departed_at::date + (
                                      select days from retention_rule where category = 'DEPARTED' and from_on <= :today order by from_on desc limit 1)) as erases_on
                                 from departure d where d.person_id = p.id and d.cancelled_at is null) e
                         where p.departed_at is not null and p.erased_at is null and (e.erases_on <= :today or %s)
                         order by p.id
                           for update of p skip locked
                        """
                                .formatted(NEVER_ACTIVATED))
                .param("today", LocalDate.now(clock))
                .query(Due.class)
                .list();
    }

    private void erase(List<Due> due) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var persons = due.stream().mapToLong(Due::id).toArray();
        var accounts = accountsOfNobodyElse(persons);
        prove(due, now)
                .forEach(proof ->
                        facts.publishEvent(
                                new AccountFact.PeopleErased(
                                        proof.schoolId(),
                                        proof.rule(),
                                        proof.profile(),
                                        proof.persons(),
                                        now)));
        erases.orderedStream().forEach(feature -> feature.erase(persons, accounts));
    }

    private long[] accountsOfNobodyElse(long[] persons) {
        return db
                .sql(
                        """
                        select distinct account_id from account_person ap
                         where person_id = any (:persons) and not exists (
                               select 1 from account_person o where o.account_id = ap.account_id and o.person_id <> all (:persons))
                        """)
                .param("persons", persons)
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    private List<Proof> prove(List<Due> due, Instant now) {
        return db.sql(
                        """
                        insert into erasure (school_id, at, rule, profile, persons)
                        select d.school_id, :now, u.rule, d.profile, count(*)
                          from unnest(:persons, :rules) u (person_id, rule)
                          join departure d on d.person_id = u.person_id and d.cancelled_at is null
                         group by d.school_id, u.rule, d.profile
                        returning school_id, rule, profile, persons
                        """)
                .param("now", Timestamp.from(now))
                .param("persons", due.stream().map(Due::id).toArray(Long[]::new))
                .param("rules", due.stream().map(Due::rule).toArray(String[]::new))
                .query(Proof.class)
                .list();
    }
}
