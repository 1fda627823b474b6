package fr.preau.feed;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Merges the delivered persons, kept by academy and join key: a row is written only when something
 * in it differs.
 */
@Component
final class PersonMerge {
    private final JdbcClient db;

    PersonMerge(JdbcClient db) {
        this.db = db;
    }

    /** Sets aside what cannot enter, each with its reason, before anything is merged. */
    void sift(Academy academy) {
        keepLast();
        refuseOtherKinds(academy);
        refuseWithoutSchool(academy);
        leaveUnnamedGuardians();
    }

    private void keepLast() {
        db.sql(
                        """
                        with twice as (select join_key, max(n) as last from stage_person group by join_key having count(*) > 1),
                        gone as (delete from stage_person s using twice t where s.join_key = t.join_key and s.n < t.last returning s.file, s.join_key)
                        insert into stage_reject
                        select file, join_key, 'identifiant présent plusieurs fois : la dernière fiche est gardée', true from gone
                        """)
                .update();
    }

    /**
     * A pupil must never turn into an adult because two files share a number: accounts hang on
     * persons.
     */
    private void refuseOtherKinds(Academy academy) {
        db.sql(
                        """
                        with gone as (
                            delete from stage_person s using person p
                            where p.academy = :academy and p.join_key = s.join_key and p.kind <> s.kind returning s.file, s.join_key
                        )
                        insert into stage_reject
                        select file, join_key, 'identifiant déjà porté par une personne d''une autre catégorie', false from gone
                        """)
                .param("academy", academy.code)
                .update();
    }

    private void refuseWithoutSchool(Academy academy) {
        db.sql(
                        """
                        with gone as (
                            delete from stage_person s where s.kind = 'PUPIL' and not exists (
                                select 1 from structure t where t.academy = :academy and t.join_key = s.school and t.kind = 'SCHOOL')
                            returning s.file, s.join_key, s.school
                        )
                        insert into stage_reject select file, join_key, 'école ' || left(school, 20) || ' absente de la livraison', false from gone
                        """)
                .param("academy", academy.code)
                .update();
    }

    private void leaveUnnamedGuardians() {
        db.sql(
                        """
                        with gone as (
                            delete from stage_person s where s.kind = 'GUARDIAN' and s.join_key not in (
                                select l.guardian from stage_link l join stage_person p on p.n = l.n where l.guardian is not null)
                            returning s.file, s.join_key
                        )
                        insert into stage_reject select file, join_key, 'responsable qu''aucun élève ne nomme, laissé de côté', true from gone
                        """)
                .update();
    }

    Tally merge(Academy academy, Kind kind) {
        return Tally.of(
                db.sql(
                                """
                                with done as (
                                    merge into person p using (select * from stage_person where kind = :kind) s
                                        on p.academy = :academy and p.join_key = s.join_key
                                    when not matched then
                                        insert (academy, join_key, kind, civility, first_name, last_name, birth_name, birth_date, ine, email, mobile, phone,
                                            work_phone, street, postal_code, city, country, address_shared)
                                        values (:academy, s.join_key, s.kind, s.civility, s.first_name, s.last_name, s.birth_name, s.birth_date, s.ine,
                                            s.email, s.mobile, s.phone, s.work_phone, s.street, s.postal_code, s.city, s.country, s.address_shared)
                                    when matched and (p.civility, p.first_name, p.last_name, p.birth_name, p.birth_date, p.ine, p.email, p.mobile, p.phone,
                                            p.work_phone, p.street, p.postal_code, p.city, p.country, p.address_shared, p.departed_at)
                                        is distinct from (s.civility, s.first_name, s.last_name, s.birth_name, s.birth_date, s.ine, s.email, s.mobile, s.phone,
                                            s.work_phone, s.street, s.postal_code, s.city, s.country, s.address_shared, null) then
                                        update set civility = s.civility, first_name = s.first_name, last_name = s.last_name, birth_name = s.birth_name,
                                            birth_date = s.birth_date, ine = s.ine, email = s.email, mobile = s.mobile, phone = s.phone,
                                            work_phone = s.work_phone, street = s.street, postal_code = s.postal_code, city = s.city, country = s.country,
                                            address_shared = s.address_shared, departed_at = null
                                    returning merge_action() as action
                                )\
                                """
                                        + Tally.OF_DONE)
                        .param("academy", academy.code)
                        .param("kind", kind.name()));
    }

    /** Where each delivered person has landed: what the merges of links go through. */
    void land(Academy academy) {
        db.sql(
                        """
                        create temp table landed on commit drop as
                        select s.n, s.file, s.kind, s.join_key, p.id, s.school, s.level, s.level_label, s.cycle
                        from stage_person s join person p on p.academy = :academy and p.join_key = s.join_key
                        """)
                .param("academy", academy.code)
                .update();
        db.sql("analyze landed (n, kind, join_key, id, school)").update();
    }

    long landed(Kind kind) {
        return db.sql("select count(*) from landed where kind = :kind")
                .param("kind", kind.name())
                .query(Long.class)
                .single();
    }
}
