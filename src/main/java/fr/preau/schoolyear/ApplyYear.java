package fr.preau.schoolyear;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.directory.Derivation;
import fr.preau.web.Actor;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A rehearsal becomes the school's year, all or nothing: what was is copied, its classes end, the
 * planned ones are made with their pupils and teachers. The right was checked and the change locked
 * before.
 */
@Component
class ApplyYear {
    private final JdbcClient db;
    private final Walls walls;
    private final Derivation derivation;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ApplyYear(
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

    void apply(Actor actor, Change change, Plan.Numbers numbers) {
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    keep(change);
                    end(change);
                    begin(change);
                    record(actor, change);
                    derivation.deriveSchools(List.of(change.school()));
                });
        facts.publishEvent(
                new YearFact.YearApplied(
                        change.school(),
                        change.year(),
                        actor.account(),
                        actor.person(),
                        numbers.archived(),
                        numbers.moved(),
                        numbers.leaving(),
                        clock.instant()));
    }

    /** Everything that the end of a class would lose. */
    private void keep(Change change) {
        run(
                change,
                """
                insert into past_class (school_id, year, class_id, kind, label, levels, kept)
                select c.school_id, :before, c.id, c.kind, c.label,
                       coalesce((select string_agg(l.label, '-' order by l.position) from school_level l where exists (
                           select 1 from class_enrolment s join enrolment e on e.school_id = s.school_id and e.pupil_id = s.pupil_id
                            where s.school_id = c.school_id and s.class_id = c.id and e.level = l.code)), ''),
                       c.kind = 'GROUP' and not exists (
                           select 1 from year_class y where y.school_id = c.school_id and y.change_id = :change and y.from_class_id = c.id and not y.kept)
                  from school_class c where c.school_id = :school and c.ended_at is null
                """);
        run(
                change,
                """
                insert into past_pupil (school_id, year, pupil_id, level, level_label, cycle, leaves)
                select e.school_id, :before, e.pupil_id, e.level, e.level_label, e.cycle, coalesce(s.leaves, false)
                  from enrolment e left join year_seat s on s.school_id = e.school_id and s.change_id = :change and s.pupil_id = e.pupil_id
                 where e.school_id = :school
                """);
        run(
                change,
                """
                insert into past_seat (school_id, year, class_id, pupil_id, entered_on, leaves_on, source)
                select s.school_id, c.year, s.class_id, s.pupil_id, s.entered_on, s.leaves_on, s.source
                  from past_class c join class_enrolment s on s.school_id = c.school_id and s.class_id = c.class_id
                 where c.school_id = :school and c.year = :before
                """);
        run(
                change,
                """
                insert into past_teaching (school_id, year, class_id, person_id, starts_on, ends_on)
                select t.school_id, c.year, t.class_id, t.person_id, t.starts_on, t.ends_on
                  from past_class c join teaching t on t.school_id = c.school_id and t.class_id = c.class_id
                 where c.school_id = :school and c.year = :before
                """);
        run(
                change,
                """
                insert into past_refusal (school_id, year, class_id, pupil_id, at, by_person_id)
                select r.school_id, c.year, r.class_id, r.pupil_id, r.at, r.by_person_id
                  from past_class c join seat_refusal r on r.school_id = c.school_id and r.class_id = c.class_id
                 where c.school_id = :school and c.year = :before and not c.kept
                """);
    }

    /**
     * Those who leave also leave the groups that live on; enrolments wait for the feed to say so.
     */
    private void end(Change change) {
        run(
                change,
                """
                delete from class_enrolment s using past_class c, past_pupil p
                 where c.school_id = :school and c.year = :before and s.school_id = c.school_id and s.class_id = c.class_id
                   and p.school_id = c.school_id and p.year = c.year and p.pupil_id = s.pupil_id and (not c.kept or p.leaves)
                """);
        run(
                change,
                """
                delete from teaching t using past_class c
                 where c.school_id = :school and c.year = :before and not c.kept and t.school_id = c.school_id and t.class_id = c.class_id
                """);
        run(
                change,
                """
                delete from seat_refusal r using past_class c
                 where c.school_id = :school and c.year = :before and not c.kept and r.school_id = c.school_id and r.class_id = c.class_id
                """);
        run(
                change,
                """
                update school_class k set ended_at = :now from past_class c
                 where c.school_id = :school and c.year = :before and not c.kept and k.school_id = c.school_id and k.id = c.class_id
                """);
    }

    private void begin(Change change) {
        run(
                change,
                """
                update year_class set made_id = nextval(pg_get_serial_sequence('school_class', 'id'))
                 where school_id = :school and change_id = :change and kind = 'CLASS'
                """);
        run(
                change,
                """
                insert into school_class (school_id, id, kind, label, source) overriding system value
                select school_id, made_id, 'CLASS', label, 'LOCAL' from year_class
                 where school_id = :school and change_id = :change and kind = 'CLASS'
                """);
        run(
                change,
                """
                insert into class_enrolment (school_id, class_id, pupil_id, entered_on, source)
                select s.school_id, y.made_id, s.pupil_id, :first, 'YEAR'
                  from year_seat s
                  join year_class y on y.school_id = s.school_id and y.id = s.class_id
                  join person p on p.id = s.pupil_id and p.departed_at is null
                 where s.school_id = :school and s.change_id = :change
                """);
        run(
                change,
                """
                insert into teaching (school_id, class_id, person_id)
                select t.school_id, y.made_id, t.person_id
                  from year_class y
                  join year_teacher t on t.school_id = y.school_id and t.class_id = y.id
                  join person p on p.id = t.person_id and p.departed_at is null
                 where y.school_id = :school and y.change_id = :change and y.kind = 'CLASS'
                """);
        run(
                change,
                """
                update enrolment e set level = l.code, level_label = l.label, cycle = l.cycle
                  from year_seat s join school_level l on l.code = s.level
                 where s.school_id = :school and s.change_id = :change and not s.leaves and e.school_id = s.school_id and e.pupil_id = s.pupil_id
                   and e.level is distinct from l.code
                """);
    }

    /** From here on, a delivery of before 15 August is of the year before. */
    private void record(Actor actor, Change change) {
        var today = LocalDate.now(clock);
        db.sql(
                        """
                        update year_change c set state = 'APPLIED', shown = 'NOBODY', applied_at = :now, applied_by = :person,
                               undo_until = cast(:today as date) + (select r.undo_days from year_rule r where r.from_on <= :today order by r.from_on desc limit 1),
                               year_before = (select y.year from school_year y where y.school_id = c.school_id),
                               since_before = (select y.since from school_year y where y.school_id = c.school_id)
                         where c.school_id = :school and c.id = :change
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("person", actor.person())
                .param("today", Date.valueOf(today))
                .param("school", change.school())
                .param("change", change.id())
                .update();
        run(
                change,
                """
                insert into school_year (school_id, year, since) values (:school, :year, :now)
                on conflict (school_id) do update set year = excluded.year, since = excluded.since
                """);
    }

    private void run(Change change, String sql) {
        db.sql(sql)
                .param("school", change.school())
                .param("change", change.id())
                .param("year", change.year())
                .param("before", change.year() - 1)
                .param("first", Date.valueOf(YearPolicy.firstDay(change.year())))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
