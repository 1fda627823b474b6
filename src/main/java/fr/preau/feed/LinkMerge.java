package fr.preau.feed;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who answers for each delivered pupil, as the pupil's own record says: a link that is no longer
 * there goes.
 */
@Component
final class LinkMerge {
    /** A modification that is silent about guardians leaves them as they are. */
    private static final String SPEAKS =
            "(p.said is null or p.said & " + Said.GUARDIANS.bit() + " <> 0)";

    private final JdbcClient db;
    private final Touched touched;

    LinkMerge(JdbcClient db, Touched touched) {
        this.db = db;
        this.touched = touched;
    }

    /**
     * Each delivered link with its two persons; a link to nobody is reported, its pupil and the
     * other links stay.
     */
    void place(Academy academy) {
        db.sql(
                        """
                        create temp table placed_link on commit drop as
                        select p.id as pupil_id, p.file, p.join_key as pupil_key, l.guardian, min(g.id) as guardian_id, min(l.code) as code
                        from stage_link l join landed p on p.n = l.n
                        left join person g on g.academy = :academy and g.join_key = l.guardian and g.kind = 'GUARDIAN'
                        group by p.id, p.file, p.join_key, l.guardian
                        """)
                .param("academy", academy.code)
                .update();
        db.sql(
                        """
                        with gone as (delete from placed_link where guardian_id is null returning file, pupil_key as join_key,
                                      'lien vers un responsable absent (' || coalesce(left(guardian, 20), '?') || ')' as reason)
                        """
                                + Rejects.of(false))
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

    /** Guardians whom this delivery concerns through a pupil, before their link is taken away. */
    void remember() {
        db.sql(
                        """
                        create temp table former_guardian on commit drop as
                        select distinct g.guardian_id as id from guardianship g join landed p on p.id = g.pupil_id and p.kind = 'PUPIL'
                         where %s
                        """
                                .formatted(SPEAKS))
                .update();
    }

    long drop() {
        return touched.by(
                false,
                """
                delete from guardianship g using landed p where p.kind = 'PUPIL' and g.pupil_id = p.id and %s and not exists (
                    select 1 from placed_link l where l.pupil_id = g.pupil_id and l.guardian_id = g.guardian_id)
                """
                        .formatted(SPEAKS),
                "g.guardian_id");
    }

    Tally merge(boolean fresh) {
        var changed =
                db.sql(
                                """
                                update guardianship g set link_code = l.code from placed_link l
                                 where g.pupil_id = l.pupil_id and g.guardian_id = l.guardian_id and g.link_code <> l.code
                                """)
                        .update();
        var created =
                touched.by(
                        fresh,
                        """
                        insert into guardianship (pupil_id, guardian_id, link_code)
                        select pupil_id, guardian_id, code from placed_link l where not exists (
                               select 1 from guardianship g where g.pupil_id = l.pupil_id and g.guardian_id = l.guardian_id)
                        order by pupil_id
                        """,
                        "guardian_id");
        return new Tally(created, changed);
    }
}
