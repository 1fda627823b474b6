package fr.preau.feed;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Knows again, under the feed's identifiers, whom and what the directory had before: persons merged
 * into another, persons of an ONDE file, classes that a school had prepared.
 */
@Component
final class Recognition {
    private final JdbcClient db;

    Recognition(JdbcClient db) {
        this.db = db;
    }

    void persons(Academy academy) {
        aliases(academy);
        if (!anyOfOnde(academy)) return;
        pupils(academy);
        guardians(academy);
    }

    /** What is brought under the identifier of somebody merged is the kept person's. */
    private void aliases(Academy academy) {
        for (var sql :
                new String[] {
                    // The kept person's own record says more than the other's.
                    """
                    delete from stage_person s using person_alias a, person p
                     where a.academy = :academy and a.join_key = s.join_key and p.id = a.person_id
                       and exists (select 1 from stage_person own where own.join_key = p.join_key and own.said is null)
                    """,
                    """
                    update stage_person s set join_key = p.join_key from person_alias a join person p on p.id = a.person_id
                     where a.academy = :academy and a.join_key = s.join_key and p.join_key is not null and p.academy = a.academy
                    """,
                    """
                    update stage_link s set guardian = p.join_key from person_alias a join person p on p.id = a.person_id
                     where a.academy = :academy and a.join_key = s.guardian and p.join_key is not null and p.academy = a.academy
                    """,
                    """
                    delete from stage_leaver s using person_alias a, person p
                     where a.academy = :academy and a.join_key = s.join_key and p.id = a.person_id and p.erased_at is null
                    """
                }) db.sql(sql).param("academy", academy.code).update();
    }

    private boolean anyOfOnde(Academy academy) {
        return db.sql(
                        "select exists (select 1 from person where academy = :academy and source = 'ONDE' and join_key is null and erased_at is null)")
                .param("academy", academy.code)
                .query(Boolean.class)
                .single();
    }

    /** By the national number, else by names and day of birth. */
    private void pupils(Academy academy) {
        adopt(
                academy,
                """
                with unbound as materialized (
                    select * from person
                     where academy = :academy and source = 'ONDE' and join_key is null and kind = 'PUPIL' and erased_at is null
                ), same as (
                    select s.join_key, p.id from stage_person s join unbound p on p.ine = s.ine where s.kind = 'PUPIL'
                    union
                    select s.join_key, p.id from stage_person s
                      join unbound p on p.birth_date = s.birth_date and plain(p.first_name) = plain(s.first_name) and plain(p.last_name) = plain(s.last_name)
                     where s.kind = 'PUPIL'
                )
                select join_key, min(id) as id from same group by join_key having count(*) = 1
                """);
    }

    /** By names, around a child that both name. */
    private void guardians(Academy academy) {
        adopt(
                academy,
                """
                select s.join_key, min(p.id) as id from stage_person s
                  join stage_link l on l.guardian = s.join_key
                  join stage_person c on c.n = l.n
                  join person k on k.academy = :academy and k.join_key = c.join_key
                  join guardianship g on g.pupil_id = k.id
                  join person p on p.id = g.guardian_id and p.source = 'ONDE' and p.join_key is null and p.kind = 'GUARDIAN' and p.erased_at is null
                   and plain(p.first_name) = plain(s.first_name) and plain(p.last_name) = plain(s.last_name)
                 where s.kind = 'GUARDIAN' group by s.join_key having count(distinct p.id) = 1
                """);
    }

    private void adopt(Academy academy, String found) {
        db.sql(
                        """
                        update person p set join_key = f.join_key, source = 'FEED' from (%s) f
                         where p.id = f.id and not exists (select 1 from person o where o.academy = :academy and o.join_key = f.join_key)
                        """
                                .formatted(found))
                .param("academy", academy.code)
                .update();
    }

    /** A class made by the school or by an ONDE file, under the label that the feed now gives. */
    void classes() {
        db.sql(
                        """
                        update school_class c set join_key = s.join_key, source = 'FEED', feed_label = s.label
                          from (select school_id, kind, min(join_key) as join_key, min(label) as label,
                                       regexp_replace(plain(label), '[^a-z0-9]', '', 'g') as plain_label
                                  from placed_class group by school_id, kind, regexp_replace(plain(label), '[^a-z0-9]', '', 'g')
                                having count(distinct join_key) = 1) s
                         where c.school_id = s.school_id and c.kind = s.kind and c.kind = 'CLASS' and c.join_key is null and c.ended_at is null
                           and regexp_replace(plain(c.label), '[^a-z0-9]', '', 'g') = s.plain_label
                           and not exists (select 1 from school_class o
                                            where o.school_id = s.school_id and o.kind = s.kind and o.join_key = s.join_key and o.ended_at is null)
                           and not exists (select 1 from school_class o where o.school_id = c.school_id and o.kind = c.kind and o.join_key is null
                                              and o.ended_at is null and o.id < c.id
                                              and regexp_replace(plain(o.label), '[^a-z0-9]', '', 'g') = s.plain_label)
                        """)
                .update();
    }
}
