package fr.preau.feed;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who answers for each delivered pupil, as the pupil's own record says: a link that is no longer
 * there goes.
 */
@Component
final class LinkMerge {
    private final JdbcClient db;

    LinkMerge(JdbcClient db) {
        this.db = db;
    }

    /**
     * Each delivered link with its two persons; a link to nobody is reported, its pupil and the
     * other links stay.
     */
    void place(Academy academy) {
        db.sql(
                        """
                        create temp table placed_link on commit drop as
                        select distinct on (p.id, l.guardian) p.id as pupil_id, p.file, p.join_key as pupil_key, l.guardian, g.id as guardian_id, l.code
                        from stage_link l join landed p on p.n = l.n
                        left join person g on g.academy = :academy and g.join_key = l.guardian and g.kind = 'GUARDIAN'
                        order by p.id, l.guardian, l.code
                        """)
                .param("academy", academy.code)
                .update();
        db.sql(
                        """
                        with gone as (delete from placed_link where guardian_id is null returning file, pupil_key, guardian)
                        insert into stage_reject
                        select file, pupil_key, 'lien vers un responsable absent (' || coalesce(left(guardian, 20), '?') || ')', false from gone
                        """)
                .update();
        db.sql("analyze placed_link (pupil_id, guardian_id)").update();
    }

    long read() {
        return db.sql("select count(*) from stage_link l join landed p on p.n = l.n")
                .query(Long.class)
                .single();
    }

    long usable() {
        return db.sql("select count(*) from placed_link").query(Long.class).single();
    }

    long drop() {
        return db.sql(
                        """
                        delete from guardianship g using landed p where p.kind = 'PUPIL' and g.pupil_id = p.id and not exists (
                            select 1 from placed_link l where l.pupil_id = g.pupil_id and l.guardian_id = g.guardian_id)
                        """)
                .update();
    }

    Tally merge() {
        return Tally.of(
                db.sql(
                        """
                        with done as (
                            merge into guardianship g using placed_link l on g.pupil_id = l.pupil_id and g.guardian_id = l.guardian_id
                            when not matched then insert (pupil_id, guardian_id, link_code) values (l.pupil_id, l.guardian_id, l.code)
                            when matched and g.link_code <> l.code then update set link_code = l.code
                            returning merge_action() as action
                        )\
                        """
                                + Tally.OF_DONE));
    }
}
