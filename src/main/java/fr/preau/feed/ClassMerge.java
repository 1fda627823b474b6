package fr.preau.feed;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Classes and groups, born from pupils' values, and the delivered pupils' places in them: a pupil
 * who has changed class moves.
 */
@Component
final class ClassMerge {
    private final JdbcClient db;

    ClassMerge(JdbcClient db) {
        this.db = db;
    }

    /**
     * Each delivered class with its school's number; a class of an unknown school is reported, its
     * pupil stays.
     */
    void place(Academy academy) {
        db.sql(
                        """
                        create temp table placed_class on commit drop as
                        select c.n, p.id as pupil_id, p.file, p.join_key as pupil_key, t.id as school_id, c.kind, c.join_key, c.label, c.entered_on
                        from stage_class c join landed p on p.n = c.n
                        left join structure t on t.academy = :academy and t.join_key = c.school and t.kind = 'SCHOOL'
                        """)
                .param("academy", academy.code)
                .update();
        db.sql(
                        """
                        with gone as (delete from placed_class where school_id is null returning file, pupil_key)
                        insert into stage_reject select file, pupil_key, 'classe ou groupe d''une école absente, laissé de côté', true from gone
                        """)
                .update();
        db.sql("analyze placed_class (n, school_id, pupil_id, join_key, kind)").update();
    }

    long read(String kind) {
        return db.sql(
                        "select count(distinct (school_id, join_key)) from placed_class where kind = :kind")
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    Tally classes(String kind) {
        return Tally.of(
                db.sql(
                                """
                                with done as (
                                    merge into school_class c using (
                                        select distinct on (school_id, join_key) school_id, kind, join_key, label from placed_class
                                        where kind = :kind order by school_id, join_key, n desc
                                    ) s on c.school_id = s.school_id and c.kind = s.kind and c.join_key = s.join_key and c.ended_at is null
                                    when not matched then insert (school_id, join_key, kind, label, feed_label) values (s.school_id, s.join_key, s.kind, s.label, s.label)
                                    when matched and c.feed_label is distinct from s.label then
                                        update set label = case when c.label is distinct from c.feed_label then c.label else s.label end, feed_label = s.label
                                    returning merge_action() as action
                                )\
                                """
                                        + Tally.OF_DONE)
                        .param("kind", kind));
    }

    Tally enrolments(Academy academy) {
        forgetAgreed();
        wantedEnrolments(academy);
        var left = left();
        var enrolled = enrol();
        return left.plus(enrolled).plus(seat());
    }

    /** The feed no longer gives the seat that the school had refused: both say the same again. */
    private void forgetAgreed() {
        db.sql(
                        """
                        delete from seat_refusal r using landed p where p.kind = 'PUPIL' and r.pupil_id = p.id and not exists (
                            select 1 from placed_class c join school_class k on k.school_id = c.school_id and k.kind = c.kind and k.join_key = c.join_key
                            where c.pupil_id = r.pupil_id and k.school_id = r.school_id and k.id = r.class_id)
                        """)
                .update();
    }

    /**
     * A pupil is in their school, and in the school of each of their classes or groups when it is
     * another one.
     */
    private void wantedEnrolments(Academy academy) {
        db.sql(
                        """
                        create temp table wanted_enrolment on commit drop as
                        select t.id as school_id, p.id as pupil_id, p.level, p.level_label, p.cycle
                        from landed p join structure t on t.academy = :academy and t.join_key = p.school where p.kind = 'PUPIL'
                        union
                        select c.school_id, p.id, p.level, p.level_label, p.cycle from placed_class c join landed p on p.n = c.n
                        """)
                .param("academy", academy.code)
                .update();
        db.sql(
                        """
                        create temp table wanted_seat on commit drop as
                        select distinct on (c.school_id, k.id, c.pupil_id) c.school_id, k.id as class_id, c.pupil_id, c.entered_on
                        from placed_class c join school_class k on k.school_id = c.school_id and k.kind = c.kind and k.join_key = c.join_key and k.ended_at is null
                        where not exists (select 1 from seat_refusal r where r.school_id = c.school_id and r.class_id = k.id and r.pupil_id = c.pupil_id)
                        order by c.school_id, k.id, c.pupil_id, c.entered_on
                        """)
                .update();
        db.sql("analyze wanted_enrolment, wanted_seat").update();
    }

    private Tally left() {
        var seats =
                db.sql(
                                """
                                delete from class_enrolment e using landed p where p.kind = 'PUPIL' and e.pupil_id = p.id and e.source = 'FEED' and not exists (
                                    select 1 from wanted_seat w
                                    where w.school_id = e.school_id and w.class_id = e.class_id and w.pupil_id = e.pupil_id)
                                """)
                        .update();
        var schools =
                db.sql(
                                """
                                delete from enrolment e using landed p where p.kind = 'PUPIL' and e.pupil_id = p.id and not exists (
                                    select 1 from wanted_enrolment w where w.school_id = e.school_id and w.pupil_id = e.pupil_id)
                                """)
                        .update();
        return new Tally(0, seats + schools);
    }

    private Tally enrol() {
        return Tally.of(
                db.sql(
                        """
                        with done as (
                            merge into enrolment e using wanted_enrolment w on e.school_id = w.school_id and e.pupil_id = w.pupil_id
                            when not matched then insert (school_id, pupil_id, level, level_label, cycle)
                                values (w.school_id, w.pupil_id, w.level, w.level_label, w.cycle)
                            when matched and (e.level, e.level_label, e.cycle) is distinct from (w.level, w.level_label, w.cycle) then
                                update set level = w.level, level_label = w.level_label, cycle = w.cycle
                            returning merge_action() as action
                        )\
                        """
                                + Tally.OF_DONE));
    }

    private Tally seat() {
        return Tally.of(
                db.sql(
                        """
                        with done as (
                            merge into class_enrolment e using wanted_seat w
                                on e.school_id = w.school_id and e.class_id = w.class_id and e.pupil_id = w.pupil_id
                            when not matched then insert (school_id, class_id, pupil_id, entered_on)
                                values (w.school_id, w.class_id, w.pupil_id, w.entered_on)
                            when matched and (e.source = 'LOCAL' or e.entered_on is distinct from w.entered_on) then
                                update set entered_on = w.entered_on, source = 'FEED'
                            returning merge_action() as action
                        )\
                        """
                                + Tally.OF_DONE));
    }
}
