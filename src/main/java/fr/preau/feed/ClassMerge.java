package fr.preau.feed;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Classes and groups, born from pupils' values. A delivery never removes one. */
@Component
final class ClassMerge {
    private final JdbcClient db;

    ClassMerge(JdbcClient db) {
        this.db = db;
    }

    /**
     * Each delivered class with its school's number; a class of an unknown school is reported, its
     * pupil stays. A class that the pupil has left on the delivery's day gives no seat.
     */
    void place(Academy academy, Delivery delivery) {
        db.sql(
                        """
                        create temp table placed_class on commit drop as
                        select c.n, p.id as pupil_id, p.file, p.join_key as pupil_key, p.school, c.school as class_school, t.id as school_id, c.kind,
                               c.join_key, c.label, c.entered_on, c.leaves_on
                        from stage_class c join landed p on p.n = c.n
                        left join structure t on t.academy = :academy and t.join_key = c.school and t.kind = 'SCHOOL'
                        where c.leaves_on is null or c.leaves_on > :day
                        """)
                .param("academy", academy.code)
                .param("day", delivery.day())
                .update();
        db.sql(
                        """
                        with gone as (delete from placed_class where school_id is null
                                      returning file, pupil_key as join_key, 'classe ou groupe d''une école absente, laissé de côté' as reason)
                        """
                                + Rejects.of(true))
                .update();
        leaveThoseAhead(academy, delivery);
        db.sql("analyze placed_class (n, school_id, pupil_id, join_key, kind)").update();
    }

    /**
     * A school that has changed year in July is ahead of deliveries that still speak of the year
     * before: their classes and levels no longer concern it.
     */
    private void leaveThoseAhead(Academy academy, Delivery delivery) {
        db.sql(
                        """
                        create temp table school_ahead on commit drop as
                        select y.school_id from school_year y join structure t on t.id = y.school_id and t.academy = :academy
                         where :year > 0 and y.year > :year
                        """)
                .param("academy", academy.code)
                .param("year", delivery.year())
                .update();
        db.sql("analyze school_ahead").update();
        db.sql(
                        """
                        with gone as (delete from placed_class p using school_ahead a where p.school_id = a.school_id returning p.school_id, p.file)
                        insert into stage_reject
                        select min(f.name), t.join_key, 'école passée à l''année suivante : classes et niveaux de cette livraison laissés de côté', true
                          from gone join stage_file f on f.file = gone.file join structure t on t.id = gone.school_id group by t.join_key
                        """)
                .update();
    }

    long read(String kind) {
        return db.sql(
                        "select count(*) from (select distinct school_id, join_key from placed_class where kind = :kind) c")
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    /** A school may have given the class a name of its own: the feed's is kept beside it. */
    Tally classes(String kind) {
        return Tally.of(
                db.sql(
                                """
                                with done as (
                                    merge into school_class c using (
                                        select distinct on (school_id, join_key) school_id, kind, join_key, label from placed_class
                                        where kind = :kind order by school_id, join_key, n desc
                                    ) s on c.school_id = s.school_id and c.kind = s.kind and c.join_key = s.join_key and c.ended_at is null
                                    when not matched then
                                        insert (school_id, join_key, kind, label, feed_label) values (s.school_id, s.join_key, s.kind, s.label, s.label)
                                    when matched and c.feed_label is distinct from s.label then
                                        update set label = case when c.label is distinct from c.feed_label then c.label else s.label end,
                                                   feed_label = s.label
                                    returning merge_action() as action
                                )\
                                """
                                        + Tally.OF_DONE)
                        .param("kind", kind));
    }

    /** Schools of the classes that the delivery names and that have no circle yet. */
    List<Long> schoolsWithNewClasses() {
        return db.sql(
                        """
                        select distinct c.school_id from (select distinct school_id, kind, join_key from placed_class) p
                          join school_class c on c.school_id = p.school_id and c.kind = p.kind and c.join_key = p.join_key and c.ended_at is null
                         where not exists (select 1 from circle o where o.school_id = c.school_id and o.class_id = c.id)
                        """)
                .query(Long.class)
                .list();
    }
}
