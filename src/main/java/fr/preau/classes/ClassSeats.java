package fr.preau.classes;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.directory.Derivation;
import fr.preau.web.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who sits where. A seat made here is the school's own; a seat of the feed that the school takes
 * back leaves a refusal, which the feed respects until ONDE says the same. Rights are checked
 * before.
 */
@Component
class ClassSeats {
    private final JdbcClient db;
    private final Walls walls;
    private final Derivation derivation;
    private final Clock clock;

    ClassSeats(JdbcClient db, Walls walls, Derivation derivation, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.derivation = derivation;
        this.clock = clock;
    }

    List<PupilSeatsPage.Seat> of(long school, long pupil) {
        return db.sql(
                        """
                        select c.id as school_class, c.kind, c.label, s.source, s.refused
                          from (select school_id, class_id, pupil_id, source, false as refused from class_enrolment
                                 union all select school_id, class_id, pupil_id, 'FEED', true from seat_refusal) s
                          join school_class c on c.school_id = s.school_id and c.id = s.class_id and c.ended_at is null
                         where s.school_id = :school and s.pupil_id = :pupil
                         order by s.refused, c.kind, plain(c.label), c.id
                        """)
                .param("school", school)
                .param("pupil", pupil)
                .query(PupilSeatsPage.Seat.class)
                .list();
    }

    void place(Actor actor, SchoolClass to, Collection<Long> pupils, boolean moves) {
        if (moves) move(actor, to, pupils);
        else add(to, pupils);
    }

    /** They leave their other classes; groups stay. */
    private void move(Actor actor, SchoolClass to, Collection<Long> pupils) {
        change(
                to.school(),
                () -> {
                    leave(
                            actor,
                            to,
                            pupils,
                            """
                            (select k.id from school_class k where k.school_id = :school and k.kind = 'CLASS' and k.ended_at is null and k.id <> :class)
                            """);
                    sit(to, pupils);
                });
    }

    /** They sit here besides where they sit already. */
    private void add(SchoolClass to, Collection<Long> pupils) {
        change(to.school(), () -> sit(to, pupils));
    }

    void remove(Actor actor, SchoolClass from, Collection<Long> pupils) {
        change(from.school(), () -> leave(actor, from, pupils, "(:class)"));
    }

    /** The pupils of a group, or of a class of the school's own: some come, some go. */
    void compose(Actor actor, SchoolClass here, Collection<Long> come, Collection<Long> go) {
        if (!go.isEmpty()) remove(actor, here, go);
        if (come.isEmpty()) return;
        if (here.isGroup()) add(here, come);
        else move(actor, here, come);
    }

    /** Back to what ONDE says: its classes again, and those of the school's own no more. */
    void returnToFeed(long school, long pupil) {
        change(
                school,
                () -> {
                    for (var sql :
                            List.of(
                                    """
                                    delete from class_enrolment e using school_class c
                                     where e.school_id = :school and e.pupil_id = :pupil and e.source in ('LOCAL', 'YEAR')
                                       and c.school_id = e.school_id and c.id = e.class_id and c.kind = 'CLASS'
                                    """,
                                    """
                                    with back as (delete from seat_refusal where school_id = :school and pupil_id = :pupil returning class_id)
                                    insert into class_enrolment (school_id, class_id, pupil_id, source)
                                    select :school, c.id, :pupil, c.source from back join school_class c on c.school_id = :school and c.id = back.class_id
                                     where c.ended_at is null
                                    on conflict do nothing
                                    """))
                        db.sql(sql).param("school", school).param("pupil", pupil).update();
                });
    }

    private void change(long school, Runnable work) {
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    work.run();
                    derivation.deriveSchools(List.of(school));
                });
    }

    private void leave(Actor actor, SchoolClass here, Collection<Long> pupils, String classes) {
        db.sql(
                        """
                        with gone as (
                            delete from class_enrolment
                             where school_id = :school and pupil_id = any (:pupils) and class_id in %s
                            returning class_id, pupil_id, source
                        )
                        insert into seat_refusal (school_id, class_id, pupil_id, at, by_person_id)
                        select :school, class_id, pupil_id, :now, :by from gone where source not in ('LOCAL', 'YEAR')
                        on conflict do nothing
                        """
                                .formatted(classes))
                .param("school", here.school())
                .param("class", here.id())
                .param("pupils", array(pupils))
                .param("now", Timestamp.from(clock.instant()))
                .param("by", actor.person())
                .update();
    }

    /** A seat that ONDE gives and that the school had refused is the feed's again. */
    private void sit(SchoolClass here, Collection<Long> pupils) {
        db.sql(
                        """
                        with back as (
                            delete from seat_refusal where school_id = :school and class_id = :class and pupil_id = any (:pupils) returning pupil_id
                        )
                        insert into class_enrolment (school_id, class_id, pupil_id, entered_on, source)
                        select e.school_id, :class, e.pupil_id, :today, case when b.pupil_id is null then 'LOCAL' else :source end
                          from enrolment e left join back b on b.pupil_id = e.pupil_id
                         where e.school_id = :school and e.pupil_id = any (:pupils)
                        on conflict do nothing
                        """)
                .param("school", here.school())
                .param("class", here.id())
                .param("pupils", array(pupils))
                .param("today", LocalDate.now(clock))
                .param("source", here.source())
                .update();
    }

    private static long[] array(Collection<Long> pupils) {
        return pupils.stream().mapToLong(Long::longValue).toArray();
    }
}
