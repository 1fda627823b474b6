package fr.preau.feed;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What each delivered person is, and in which school; only the feed's own roles are touched, never
 * those given by hand.
 */
@Component
final class RoleMerge {
    private final JdbcClient db;
    private final Touched touched;

    RoleMerge(JdbcClient db, Touched touched) {
        this.db = db;
        this.touched = touched;
    }

    Tally merge(Academy academy) {
        reportElsewhere(academy);
        want(academy);
        return new Tally(given(), taken());
    }

    /**
     * A function in a district or an academy would reach all the schools below it: the feed alone
     * never gives that.
     */
    private void reportElsewhere(Academy academy) {
        db.sql(
                        """
                        with gone as (
                            select distinct p.file, p.join_key, 'fonction hors d''une école de la livraison (' || left(f.structure, 20) || '), sans effet' as reason
                              from stage_function f join landed p on p.n = f.n
                             where not exists (
                                   select 1 from structure t where t.academy = :academy and t.join_key = f.structure and t.kind = 'SCHOOL')
                        )
                        """
                                + Rejects.of(true))
                .param("academy", academy.code)
                .update();
    }

    private void want(Academy academy) {
        db.sql(
                        """
                        create temp table wanted_role on commit drop as
                        select distinct p.id as person_id, f.kind, t.id as structure_id from stage_function f join landed p on p.n = f.n
                        join structure t on t.academy = :academy and t.join_key = f.structure and t.kind = 'SCHOOL'
                        """)
                .param("academy", academy.code)
                .update();
        db.sql("analyze wanted_role").update();
    }

    private long given() {
        return touched.by(
                false,
                """
                insert into role (person_id, kind, structure_id, source)
                select w.person_id, w.kind, w.structure_id, 'FEED' from wanted_role w where not exists (
                    select 1 from role r where r.source = 'FEED'
                    and r.person_id = w.person_id and r.kind = w.kind and r.structure_id = w.structure_id)
                order by w.structure_id, w.person_id
                """,
                "person_id");
    }

    private long taken() {
        return touched.by(
                false,
                """
                delete from role r where r.source = 'FEED' and r.person_id in (select id from landed where kind = 'STAFF') and not exists (
                    select 1 from wanted_role w where w.person_id = r.person_id and w.kind = r.kind and w.structure_id = r.structure_id)
                """,
                "person_id");
    }
}
