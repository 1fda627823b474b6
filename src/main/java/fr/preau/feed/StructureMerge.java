package fr.preau.feed;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Merges the delivered structures into the tree: each level after the one above it, so that parents
 * exist.
 */
@Component
final class StructureMerge {
    private static final String REGION = "Région académique Occitanie";
    private static final List<String> SERVICES = List.of("DEPARTMENT", "DISTRICT", "OTHER");

    private final JdbcClient db;

    StructureMerge(JdbcClient db) {
        this.db = db;
    }

    Tally services(Academy academy) {
        keepLast();
        adopt(academy);
        var done = level(academy, "ACADEMY");
        stand(academy);
        for (var kind : SERVICES) done = done.plus(level(academy, kind));
        return done;
    }

    /** The schools, once their services and towns are there. */
    Tally schools(Academy academy) {
        return level(academy, "SCHOOL");
    }

    long read(boolean schools) {
        return db.sql("select count(*) from stage_structure where (kind = 'SCHOOL') = :schools")
                .param("schools", schools)
                .query(Long.class)
                .single();
    }

    private void keepLast() {
        db.sql(
                        """
                        with twice as (select join_key, max(n) as last from stage_structure group by join_key having count(*) > 1),
                        gone as (delete from stage_structure s using twice t where s.join_key = t.join_key and s.n < t.last
                                 returning s.file, s.join_key, 'identifiant présent plusieurs fois : la dernière fiche est gardée' as reason)
                        """
                                + Rejects.of(true))
                .update();
    }

    /** The root, before any académie: two of them may enter at the same time. */
    void region() {
        db.sql(
                        """
                        insert into structure (kind, name) select 'REGION', :name where not exists (select 1 from structure where kind = 'REGION')
                        """)
                .param("name", REGION)
                .update();
    }

    /** The rectorat, when it comes, takes the place that was held for it. */
    private void adopt(Academy academy) {
        db.sql(
                        """
                        update structure set join_key = (select join_key from stage_structure where kind = 'ACADEMY' order by n limit 1)
                        where kind = 'ACADEMY' and academy = :academy and join_key is null
                        """)
                .param("academy", academy.code)
                .update();
    }

    /** The academy stands even when the delivery brings no rectorat: the rest hangs on it. */
    private void stand(Academy academy) {
        db.sql(
                        """
                        insert into structure (academy, kind, name, parent_id)
                        select :academy, 'ACADEMY', :name, (select id from structure where kind = 'REGION')
                        where not exists (select 1 from structure where kind = 'ACADEMY' and academy = :academy)
                        """)
                .param("academy", academy.code)
                .param("name", academy.label)
                .update();
    }

    Tally towns() {
        return Tally.of(
                db.sql(
                        """
                        with done as (
                            merge into structure t using (
                                select insee, max(town) as name, mode() within group (order by siret) as siret from stage_structure
                                where kind = 'SCHOOL' and insee is not null and town is not null group by insee
                            ) s on t.kind = 'TOWN' and t.insee = s.insee
                            when not matched then insert (kind, name, insee, siret) values ('TOWN', s.name, s.insee, s.siret)
                            when matched and t.siret is null and s.siret is not null then update set siret = s.siret
                            returning merge_action() as action
                        )\
                        """
                                + Tally.OF_DONE));
    }

    List<Long> schoolsOf(Academy academy) {
        return db.sql("select id from structure where kind = 'SCHOOL' and academy = :academy")
                .param("academy", academy.code)
                .query(Long.class)
                .list();
    }

    /** How many schools of this academy the directory holds. */
    long known(Academy academy) {
        return db.sql("select count(*) from structure where kind = 'SCHOOL' and academy = :academy")
                .param("academy", academy.code)
                .query(Long.class)
                .single();
    }

    private Tally level(Academy academy, String kind) {
        return Tally.of(
                db.sql(
                                """
                                with placed as (
                                    select s.*, case s.kind
                                            when 'ACADEMY' then (select id from structure where kind = 'REGION')
                                            when 'DEPARTMENT' then a.id
                                            when 'DISTRICT' then coalesce(d.id, a.id)
                                            else coalesce(i.id, d.id, a.id) end as parent_id,
                                        case s.kind when 'SCHOOL' then t.id end as town_id
                                    from stage_structure s
                                    cross join (select min(id) as id from structure where kind = 'ACADEMY' and academy = :academy) a
                                    left join (select left(insee, 2) as number, min(id) as id from structure
                                        where kind = 'DEPARTMENT' and academy = :academy group by 1) d on d.number = left(s.insee, 2)
                                    left join structure i on i.academy = :academy and i.join_key = s.district and i.kind = 'DISTRICT'
                                    left join structure t on t.kind = 'TOWN' and t.insee = s.insee
                                    where s.kind = :kind
                                ), done as (
                                    merge into structure t using placed s on t.academy = :academy and t.join_key = s.join_key
                                    when not matched then
                                        insert (academy, join_key, kind, name, parent_id, town_id, uai, siret, insee, "grouping", type_label, street,
                                            postal_code, city, phone, email)
                                        values (:academy, s.join_key, s.kind, s.name, s.parent_id, s.town_id, s.uai, s.siret, s.insee, s."grouping",
                                            s.type_label, s.street, s.postal_code, s.city, s.phone, s.email)
                                    when matched and (t.kind, t.name, t.parent_id, t.town_id, t.uai, t.siret, t.insee, t."grouping", t.type_label, t.street,
                                            t.postal_code, t.city, t.phone, t.email, t.departed_at)
                                        is distinct from (s.kind, s.name, s.parent_id, s.town_id, s.uai, s.siret, s.insee, s."grouping", s.type_label, s.street,
                                            s.postal_code, s.city, s.phone, s.email, null) then
                                        update set kind = s.kind, name = s.name, parent_id = s.parent_id, town_id = s.town_id, uai = s.uai, siret = s.siret,
                                            insee = s.insee, "grouping" = s."grouping", type_label = s.type_label, street = s.street,
                                            postal_code = s.postal_code, city = s.city, phone = s.phone, email = s.email, departed_at = null
                                    returning merge_action() as action
                                )\
                                """
                                        + Tally.OF_DONE)
                        .param("academy", academy.code)
                        .param("kind", kind));
    }
}
