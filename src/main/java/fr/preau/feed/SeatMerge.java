package fr.preau.feed;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The delivered pupils' places: a pupil who has changed school or class moves. Seats that the
 * school made are its own; a seat that it took back stays empty.
 */
@Component
final class SeatMerge {
    private static final String DAY =
            "level, level_label, cycle, canteen, bus, morning_care, evening_care, supervised_study";

    private final JdbcClient db;
    private final Touched touched;

    SeatMerge(JdbcClient db, Touched touched) {
        this.db = db;
        this.touched = touched;
    }

    Tally merge(Academy academy, boolean fresh) {
        forgetAgreed();
        wantEnrolments(academy);
        keepLevels();
        wantSeats();
        yieldPrepared();
        var left = leaveSeats() + leaveSchools();
        return new Tally(0, left).plus(enrol(fresh)).plus(seat());
    }

    /** The feed no longer gives the seat that the school had refused: both say the same again. */
    private void forgetAgreed() {
        db.sql(
                        """
                        delete from seat_refusal r using landed p where p.kind = 'PUPIL' and r.pupil_id = p.id
                           and not exists (select 1 from school_ahead a where a.school_id = r.school_id) and not exists (
                            select 1 from placed_class c
                              join school_class k on k.school_id = c.school_id and k.kind = c.kind and k.join_key = c.join_key and k.ended_at is null
                             where c.pupil_id = r.pupil_id and k.school_id = r.school_id and k.id = r.class_id)
                        """)
                .update();
    }

    /**
     * A pupil is in their school, and in the school of each of their classes or groups when it is
     * another one.
     */
    private void wantEnrolments(Academy academy) {
        db.sql(
                        """
                        create temp table wanted_enrolment on commit drop as
                        select t.id as school_id, p.id as pupil_id, true as main, %1$s
                          from landed p join structure t on t.academy = :academy and t.join_key = p.school where p.kind = 'PUPIL'
                        union all
                        select distinct c.school_id, c.pupil_id, false, %1$s
                          from placed_class c join landed p on p.n = c.n where c.class_school <> c.school
                        """
                                .formatted(DAY))
                .param("academy", academy.code)
                .update();
        db.sql("analyze wanted_enrolment (school_id, pupil_id)").update();
    }

    /** Where the school is ahead of the delivery, a pupil's level is the school's. */
    private void keepLevels() {
        db.sql(
                        """
                        update wanted_enrolment w set level = e.level, level_label = e.level_label, cycle = e.cycle
                          from enrolment e join school_ahead a on a.school_id = e.school_id
                         where w.school_id = e.school_id and w.pupil_id = e.pupil_id
                        """)
                .update();
    }

    /** Seats prepared by the change of year go when the feed seats the pupil itself. */
    private void yieldPrepared() {
        db.sql(
                        """
                        delete from class_enrolment e using wanted_seat w, school_class k
                         where e.source = 'YEAR' and w.school_id = e.school_id and w.pupil_id = e.pupil_id and w.class_id <> e.class_id
                           and k.school_id = w.school_id and k.id = w.class_id and k.kind = 'CLASS'
                        """)
                .update();
    }

    private void wantSeats() {
        db.sql(
                        """
                        create temp table wanted_seat on commit drop as
                        select c.school_id, k.id as class_id, c.pupil_id, min(c.entered_on) as entered_on,
                               nullif(max(coalesce(c.leaves_on, 'infinity')), 'infinity') as leaves_on
                          from placed_class c
                          join school_class k on k.school_id = c.school_id and k.kind = c.kind and k.join_key = c.join_key and k.ended_at is null
                         where not exists (select 1 from seat_refusal r where r.school_id = c.school_id and r.class_id = k.id and r.pupil_id = c.pupil_id)
                         group by c.school_id, k.id, c.pupil_id
                        """)
                .update();
        db.sql("analyze wanted_seat (school_id, class_id, pupil_id)").update();
    }

    private long leaveSeats() {
        return db.sql(
                        """
                        delete from class_enrolment e using landed p
                         where p.kind = 'PUPIL' and e.pupil_id = p.id and e.source = 'FEED'
                           and not exists (select 1 from school_ahead a where a.school_id = e.school_id) and not exists (
                               select 1 from wanted_seat w where w.school_id = e.school_id and w.class_id = e.class_id and w.pupil_id = e.pupil_id)
                        """)
                .update();
    }

    /** Whoever leaves a school leaves every seat there, be it the school's own making. */
    private long leaveSchools() {
        db.sql(
                        """
                        create temp table left_school on commit drop as
                        select e.school_id, e.pupil_id from enrolment e join landed p on p.id = e.pupil_id and p.kind = 'PUPIL'
                         left join school_ahead a on a.school_id = e.school_id
                         where (e.main or a.school_id is null) and not exists (
                               select 1 from wanted_enrolment w where w.school_id = e.school_id and w.pupil_id = e.pupil_id)
                        """)
                .update();
        db.sql("insert into touched select pupil_id from left_school").update();
        // Nothing cascades during an import: see ImportOne.
        return gone("class_enrolment")
                + gone("seat_refusal")
                + gone("year_seat")
                + gone("enrolment");
    }

    private long gone(String table) {
        return db.sql(
                        "delete from "
                                + table
                                + " e using left_school l where e.school_id = l.school_id and e.pupil_id = l.pupil_id")
                .update();
    }

    private Tally enrol(boolean fresh) {
        var changed =
                db.sql(
                                """
                                update enrolment e set (main, %1$s) = row(w.main, %2$s) from wanted_enrolment w
                                 where e.school_id = w.school_id and e.pupil_id = w.pupil_id and (e.main, %3$s) is distinct from (w.main, %2$s)
                                """
                                        .formatted(DAY, of("w"), of("e")))
                        .update();
        var created =
                touched.by(
                        fresh,
                        """
                        insert into enrolment (school_id, pupil_id, main, %1$s)
                        select school_id, pupil_id, main, %1$s from wanted_enrolment w where not exists (
                               select 1 from enrolment e where e.school_id = w.school_id and e.pupil_id = w.pupil_id)
                        order by pupil_id
                        """
                                .formatted(DAY),
                        "pupil_id");
        return new Tally(created, changed);
    }

    private static String of(String table) {
        return table + "." + DAY.replace(", ", ", " + table + ".");
    }

    /** A seat that the school made and the feed now gives becomes the feed's. */
    private Tally seat() {
        var changed =
                db.sql(
                                """
                                update class_enrolment e set entered_on = coalesce(w.entered_on, e.entered_on), leaves_on = w.leaves_on, source = 'FEED'
                                  from wanted_seat w
                                 where e.school_id = w.school_id and e.class_id = w.class_id and e.pupil_id = w.pupil_id
                                   and (e.source <> 'FEED' or e.entered_on is distinct from coalesce(w.entered_on, e.entered_on)
                                        or e.leaves_on is distinct from w.leaves_on)
                                """)
                        .update();
        var created =
                db.sql(
                                """
                                insert into class_enrolment (school_id, class_id, pupil_id, entered_on, leaves_on)
                                select school_id, class_id, pupil_id, entered_on, leaves_on from wanted_seat w where not exists (
                                       select 1 from class_enrolment e
                                        where e.school_id = w.school_id and e.class_id = w.class_id and e.pupil_id = w.pupil_id)
                                order by pupil_id
                                """)
                        .update();
        return new Tally(created, changed);
    }
}
