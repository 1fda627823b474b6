package fr.preau.feed;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Merges the delivered persons, kept by academy and join key: a row is written only when something
 * in it differs.
 */
@Component
final class PersonMerge {
    private static final String COLUMNS =
            "civility, first_name, last_name, birth_name, birth_date, ine, email, mobile, phone, work_phone, street, postal_code, city, country, address_shared";

    private final JdbcClient db;

    PersonMerge(JdbcClient db) {
        this.db = db;
    }

    Tally merge(Academy academy, Kind kind) {
        var changed = change(academy, kind);
        return new Tally(create(academy, kind), changed);
    }

    /** Somebody who had left and is delivered again has come back. */
    private long change(Academy academy, Kind kind) {
        return db.sql(
                        """
                        with did as (
                            update person p set (%1$s, departed_at) = row(%2$s, null)
                              from stage_person s
                             where s.kind = :kind and p.academy = :academy and p.join_key = s.join_key
                               and ((%3$s) is distinct from (%2$s) or p.departed_at is not null)
                            returning p.id, old.departed_at is not null as returns
                        ), kept as (insert into touched select id from did where returns)
                        select count(*) from did
                        """
                                .formatted(COLUMNS, of("s"), of("p")))
                .param("academy", academy.code)
                .param("kind", kind.name())
                .query(Long.class)
                .single();
    }

    private long create(Academy academy, Kind kind) {
        return db.sql(
                        """
                        insert into person (academy, join_key, kind, source, %s)
                        select :academy, s.join_key, s.kind, 'FEED', %s from stage_person s
                         where s.kind = :kind and not exists (select 1 from person p where p.academy = :academy and p.join_key = s.join_key)
                         order by s.n
                        """
                                .formatted(COLUMNS, of("s")))
                .param("academy", academy.code)
                .param("kind", kind.name())
                .update();
    }

    private static String of(String table) {
        return table + "." + COLUMNS.replace(", ", ", " + table + ".");
    }

    /** Where each delivered person has landed: what the merges of links go through. */
    void land(Academy academy) {
        db.sql(
                        """
                        create temp table landed on commit drop as
                        select s.n, s.file, s.said, s.kind, s.join_key, p.id, s.school, s.level, s.level_label, s.cycle, s.canteen, s.bus, s.morning_care,
                               s.evening_care, s.supervised_study
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

    /**
     * Those who come back: nothing counts them among the leavers any more. A guardian who is
     * delivered without any child who stays has not come back.
     */
    long comeBack() {
        return db.sql(
                        """
                        delete from departure d using landed l where d.person_id = l.id and (l.kind <> 'GUARDIAN' or exists (
                               select 1 from guardianship g join person k on k.id = g.pupil_id and k.departed_at is null
                                where g.guardian_id = l.id and not exists (select 1 from leaving o where o.id = k.id)))
                        """)
                .update();
    }
}
