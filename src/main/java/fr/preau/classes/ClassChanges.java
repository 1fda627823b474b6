package fr.preau.classes;

import fr.preau.classes.ClassChange.Kind;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.directory.Derivation;
import fr.preau.web.Actor;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps each act with the rows as they were before, offers to undo it to whoever did it, and puts
 * the rows back.
 */
@Component
class ClassChanges {
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient db;
    private final Walls walls;
    private final Derivation derivation;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ClassChanges(
            JdbcClient db,
            Walls walls,
            Derivation derivation,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.db = db;
        this.walls = walls;
        this.derivation = derivation;
        this.facts = facts;
        this.clock = clock;
    }

    /** Does the work once its rows are kept, and says that it is done; answers the change. */
    long make(Actor actor, Kind kind, SchoolClass where, Collection<Long> people, Runnable work) {
        var change =
                walls.as(
                        Wall.DIRECTORY,
                        () -> {
                            forgetOld(where.school());
                            var kept = keep(actor, kind, where, people);
                            work.run();
                            return kept;
                        });
        facts.publishEvent(ClassFact.of(kind, where, actor, change, people.size()));
        return change;
    }

    private void forgetOld(long school) {
        db.sql("delete from class_change where school_id = :school and at < :old")
                .param("school", school)
                .param("old", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private long keep(Actor actor, Kind kind, SchoolClass where, Collection<Long> people) {
        return db.sql(
                        """
                        insert into class_change (school_id, class_id, kind, at, by_person_id, person_ids, before)
                        select :school, c.id, :kind, :now, :by, :people, jsonb_build_object(
                                   'label', c.label,
                                   'seats', (select coalesce(jsonb_agg(to_jsonb(e)), '[]') from class_enrolment e
                                              where e.school_id = :school and e.pupil_id = any (:people)),
                                   'refusals', (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from seat_refusal r
                                                 where r.school_id = :school and r.pupil_id = any (:people)),
                                   'teachings', (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from teaching t
                                                  where t.school_id = :school and t.class_id = c.id))
                          from school_class c where c.school_id = :school and c.id = :class
                        returning id
                        """)
                .param("school", where.school())
                .param("class", where.id())
                .param("kind", kind.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", actor.person())
                .param("people", people.stream().mapToLong(Long::longValue).toArray())
                .query(Long.class)
                .single();
    }

    /** The act that a page has just been sent to, with its words; empty when it is past. */
    @Nullable ClassChange offered(Actor actor, @Nullable Long change) {
        if (change == null) return null;
        return db.sql(
                        """
                        select h.school_id as school, h.id, h.kind, h.class_id as school_class, c.label, cardinality(h.person_ids) as people,
                               coalesce((select string_agg(p.first_name, ' et ' order by plain(p.first_name)) from person p
                                          where p.id = any (h.person_ids) and cardinality(h.person_ids) <= 2), '') as who
                          from class_change h join school_class c on c.school_id = h.school_id and c.id = h.class_id
                         where h.id = :change and h.by_person_id = :person and h.undone_at is null and h.at > :old
                        """)
                .param("change", change)
                .param("person", actor.person())
                .param("old", Timestamp.from(clock.instant().minus(ClassesPolicy.UNDONE_WITHIN)))
                .query(ClassChange.class)
                .optional()
                .orElse(null);
    }

    /** What the policy must know of an act that somebody wants undone. */
    record Past(
            long school,
            long schoolClass,
            String kind,
            Instant at,
            long by,
            boolean undone,
            boolean followed) {}

    Optional<Past> past(long change) {
        return db.sql(
                        """
                        select h.school_id as school, h.class_id as school_class, h.kind, h.at, h.by_person_id as by, h.undone_at is not null as undone,
                               exists (select 1 from class_change n
                                        where n.school_id = h.school_id and n.id > h.id and n.undone_at is null
                                          and (n.class_id = h.class_id or n.person_ids && h.person_ids)) as followed
                          from class_change h where h.id = :change
                        """)
                .param("change", change)
                .query(Past.class)
                .optional();
    }

    void undo(Actor actor, long change, Past past) {
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    putBackSeats(change, past);
                    switch (Kind.valueOf(past.kind())) {
                        case ATTACHED, DETACHED -> putBackTeachings(change, past);
                        case CLOSED -> {
                            putBackTeachings(change, past);
                            set("ended_at = null", change, past);
                        }
                        case RENAMED -> set("label = h.before ->> 'label'", change, past);
                        default -> {}
                    }
                    run(
                            "update class_change set undone_at = :now where school_id = :school and id = :change",
                            change,
                            past);
                    derivation.deriveSchools(List.of(past.school()));
                });
        facts.publishEvent(
                new ClassFact.ChangeUndone(
                        past.school(),
                        actor.account(),
                        actor.person(),
                        change,
                        past.schoolClass()));
    }

    private void putBackSeats(long change, Past past) {
        for (var table : List.of("class_enrolment", "seat_refusal"))
            run(
                    """
                    delete from %s s using class_change h
                     where h.school_id = :school and h.id = :change and s.school_id = h.school_id and s.pupil_id = any (h.person_ids)
                    """
                            .formatted(table),
                    change,
                    past);
        for (var rows :
                List.of(List.of("class_enrolment", "seats"), List.of("seat_refusal", "refusals")))
            run(
                    """
                    insert into %1$s select r.* from class_change h, jsonb_populate_recordset(null::%1$s, h.before -> '%2$s') r
                     where h.school_id = :school and h.id = :change
                       and exists (select 1 from enrolment e where e.school_id = r.school_id and e.pupil_id = r.pupil_id)
                    """
                            .formatted(rows.get(0), rows.get(1)),
                    change,
                    past);
    }

    private void putBackTeachings(long change, Past past) {
        run(
                """
                delete from teaching t using class_change h
                 where h.school_id = :school and h.id = :change and t.school_id = h.school_id and t.class_id = h.class_id
                """,
                change,
                past);
        run(
                """
                insert into teaching select r.* from class_change h, jsonb_populate_recordset(null::teaching, h.before -> 'teachings') r
                 where h.school_id = :school and h.id = :change
                """,
                change,
                past);
    }

    private void set(String what, long change, Past past) {
        run(
                """
                update school_class c set %s from class_change h
                 where h.school_id = :school and h.id = :change and c.school_id = h.school_id and c.id = h.class_id
                """
                        .formatted(what),
                change,
                past);
    }

    private void run(String sql, long change, Past past) {
        db.sql(sql)
                .param("school", past.school())
                .param("change", change)
                .param("now", Timestamp.from(clock.instant()), Types.TIMESTAMP)
                .update();
    }
}
