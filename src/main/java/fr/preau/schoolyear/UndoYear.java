package fr.preau.schoolyear;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.directory.Derivation;
import fr.preau.web.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The year before comes back exactly as it was, all or nothing. Whoever arrived since stays in the
 * school and waits for a place; what was sent to the classes of the new year stays with its
 * readers.
 */
@Component
class UndoYear {
    private final JdbcClient db;
    private final Walls walls;
    private final Derivation derivation;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    UndoYear(
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

    List<UndoPage.Since> since(Change change) {
        return db.sql(
                        """
                        with planned as (
                            select s.pupil_id, y.made_id from year_seat s left join year_class y on y.school_id = s.school_id and y.id = s.class_id
                             where s.school_id = :school and s.change_id = :change
                        ), now as (
                            select e.pupil_id, p.first_name || ' ' || p.last_name as name,
                                   (select min(c.id) from class_enrolment s join school_class c on c.school_id = s.school_id and c.id = s.class_id
                                     where s.school_id = e.school_id and s.pupil_id = e.pupil_id and c.kind = 'CLASS' and c.ended_at is null) as class_id
                              from enrolment e join person p on p.id = e.pupil_id and p.departed_at is null where e.school_id = :school
                        )
                        select 'ARRIVED' as kind, name from now n where not exists (select 1 from past_pupil b
                               where b.school_id = :school and b.year = :before and b.pupil_id = n.pupil_id)
                        union all
                        select 'MOVED', name from now n join planned w on w.pupil_id = n.pupil_id where w.made_id is distinct from n.class_id
                        union all
                        select 'CLASS', c.label from school_class c where c.school_id = :school and c.kind = 'CLASS' and c.ended_at is null
                           and not exists (select 1 from year_class y where y.school_id = :school and y.change_id = :change and y.made_id = c.id)
                        union all
                        select 'TEACHER', c.label from year_class y join school_class c on c.school_id = y.school_id and c.id = y.made_id
                         where y.school_id = :school and y.change_id = :change
                           and array(select t.person_id from teaching t where t.school_id = c.school_id and t.class_id = c.id order by 1)
                               <> array(select t.person_id from year_teacher t where t.school_id = y.school_id and t.class_id = y.id order by 1)
                         order by 1, 2
                        """)
                .param("school", change.school())
                .param("change", change.id())
                .param("before", change.year() - 1)
                .query(UndoPage.Since.class)
                .list();
    }

    void undo(Actor actor, Change change) {
        var counts = new int[2];
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    end(change);
                    counts[0] = revive(change);
                    counts[1] = seat(change);
                    restore(change);
                    forget(actor, change);
                    derivation.deriveSchools(List.of(change.school()));
                });
        facts.publishEvent(
                new YearFact.YearUndone(
                        change.school(),
                        change.year(),
                        actor.account(),
                        actor.person(),
                        counts[0],
                        counts[1],
                        clock.instant()));
    }

    /**
     * Every class of the new year ends, those born since included; so does a group that the feed
     * has made again in place of a closed one, which comes back.
     */
    private void end(Change change) {
        run(
                change,
                """
                update school_class c set ended_at = :now
                 where c.school_id = :school and c.ended_at is null and (c.kind = 'CLASS' or exists (
                       select 1 from past_class b join school_class k on k.school_id = b.school_id and k.id = b.class_id
                        where b.school_id = :school and b.year = :before and not b.kept and k.kind = c.kind and k.join_key = c.join_key))
                """);
        run(
                change,
                """
                delete from class_enrolment s using school_class c
                 where c.school_id = :school and c.ended_at is not null and s.school_id = c.school_id and s.class_id = c.id
                """);
        run(
                change,
                """
                delete from teaching t using school_class c
                 where c.school_id = :school and c.ended_at is not null and t.school_id = c.school_id and t.class_id = c.id
                """);
        run(
                change,
                """
                delete from seat_refusal r using school_class c
                 where c.school_id = :school and c.ended_at is not null and r.school_id = c.school_id and r.class_id = c.id
                """);
    }

    private int revive(Change change) {
        return run(
                change,
                """
                update school_class k set ended_at = null from past_class c
                 where c.school_id = :school and c.year = :before and not c.kept and k.school_id = c.school_id and k.id = c.class_id
                """);
    }

    /**
     * In groups that lived on, only those who had left them come back: the others are as the school
     * has made them since.
     */
    private int seat(Change change) {
        return run(
                change,
                """
                insert into class_enrolment (school_id, class_id, pupil_id, entered_on, leaves_on, source)
                select s.school_id, s.class_id, s.pupil_id, s.entered_on, s.leaves_on, s.source
                  from past_seat s
                  join past_class c on c.school_id = s.school_id and c.year = s.year and c.class_id = s.class_id
                  join past_pupil p on p.school_id = s.school_id and p.year = s.year and p.pupil_id = s.pupil_id
                  join enrolment e on e.school_id = s.school_id and e.pupil_id = s.pupil_id
                 where s.school_id = :school and s.year = :before and (not c.kept or p.leaves)
                on conflict do nothing
                """);
    }

    private void restore(Change change) {
        run(
                change,
                """
                insert into teaching (school_id, class_id, person_id, starts_on, ends_on)
                select t.school_id, t.class_id, t.person_id, t.starts_on, t.ends_on
                  from past_teaching t join past_class c on c.school_id = t.school_id and c.year = t.year and c.class_id = t.class_id
                 where t.school_id = :school and t.year = :before and not c.kept
                """);
        run(
                change,
                """
                insert into seat_refusal (school_id, class_id, pupil_id, at, by_person_id)
                select r.school_id, r.class_id, r.pupil_id, r.at, r.by_person_id
                  from past_refusal r join enrolment e on e.school_id = r.school_id and e.pupil_id = r.pupil_id
                 where r.school_id = :school and r.year = :before
                """);
        run(
                change,
                """
                update enrolment e set level = p.level, level_label = p.level_label, cycle = p.cycle from past_pupil p
                 where p.school_id = :school and p.year = :before and e.school_id = p.school_id and e.pupil_id = p.pupil_id
                   and (e.level, e.level_label, e.cycle) is distinct from (p.level, p.level_label, p.cycle)
                """);
    }

    private void forget(Actor actor, Change change) {
        run(change, "delete from past_class where school_id = :school and year = :before");
        run(change, "delete from past_pupil where school_id = :school and year = :before");
        run(change, "delete from school_year where school_id = :school");
        run(
                change,
                """
                insert into school_year (school_id, year, since)
                select school_id, year_before, since_before from year_change where school_id = :school and id = :change and year_before is not null
                """);
        run(
                change,
                "update year_class set made_id = null where school_id = :school and change_id = :change");
        db.sql(
                        """
                        update year_change set state = 'UNDONE', undone_at = :now, undone_by = :person, undo_until = null, year_before = null, since_before = null
                         where school_id = :school and id = :change
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("person", actor.person())
                .param("school", change.school())
                .param("change", change.id())
                .update();
    }

    private int run(Change change, String sql) {
        return db.sql(sql)
                .param("school", change.school())
                .param("change", change.id())
                .param("before", change.year() - 1)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
