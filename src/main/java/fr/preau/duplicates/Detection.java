package fr.preau.duplicates;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds who may be twice in the same school: one statement for any number of schools. A pair is
 * never told twice, a dismissed one never again; a pair that nothing supports any more goes. Only
 * within a school: nobody learns here who goes to another one.
 */
@Component
class Detection {
    /** From here on a pair is worth somebody's look. */
    private static final int WORTH = 60;

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    Detection(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    void search(long... schools) {
        walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(SEARCH)
                                .param("schools", schools)
                                .param("now", Timestamp.from(clock.instant()))
                                .param("worth", WORTH)
                                .query((row, n) -> row.getLong(1))
                                .single());
    }

    /**
     * Names are compared without accents, hyphens or spaces. Two INE that differ, or « M. » and «
     * Mme », are two people whatever else agrees; adults without names in common are a couple.
     */
    private static final String SEARCH =
            """
            with who as materialized (
                select a.school_id, a.profile, p.id, p.source, p.civility, p.birth_date, nullif(p.ine, '') as ine, nullif(lower(p.email), '') as email,
                       nullif(regexp_replace(coalesce(p.mobile, p.phone, ''), '[^0-9]', '', 'g'), '') as phone,
                       regexp_replace(plain(p.first_name), '[^a-z]', '', 'g') as first, regexp_replace(plain(p.last_name), '[^a-z]', '', 'g') as last
                  from affiliation a join person p on p.id = a.person_id and p.departed_at is null
                 where a.school_id = any (:schools)
            ), candidate as (
                select x.school_id, x.profile, x.id as one, y.id as two from who x join who y using (school_id, profile, last) where x.id < y.id
                union
                select x.school_id, x.profile, least(x.id, y.id), greatest(x.id, y.id) from who x
                  join who y on y.school_id = x.school_id and y.profile = x.profile and y.first = x.last and y.last = x.first and x.id <> y.id
                union
                select x.school_id, x.profile, x.id, y.id from who x join who y using (school_id, profile, ine) where x.id < y.id
                union
                select x.school_id, x.profile, x.id, y.id from who x join who y using (school_id, profile, birth_date) where x.id < y.id and x.profile = 'PUPIL'
                union
                select x.school_id, x.profile, x.id, y.id from who x join who y using (school_id, profile, email) where x.id < y.id
                union
                select x.school_id, x.profile, x.id, y.id from who x join who y using (school_id, profile, phone) where x.id < y.id
                union
                select x.school_id, x.profile, x.id, y.id from who x
                  join guardianship g on g.guardian_id = x.id join guardianship h on h.pupil_id = g.pupil_id
                  join who y on y.school_id = x.school_id and y.profile = x.profile and y.id = h.guardian_id
                 where x.profile = 'GUARDIAN' and x.id < y.id
            ), signs as (
                select c.school_id, c.profile, c.one, c.two,
                       case when x.first = y.first and x.last = y.last then 'NAMES'
                            when x.first = y.last and x.last = y.first then 'SWAPPED'
                            when (x.last = y.last or similarity(x.last, y.last) >= 0.5)
                                 and (x.first = y.first or similarity(x.first, y.first) >= 0.5
                                      or length(least(x.first, y.first)) >= 3 and (starts_with(x.first, y.first) or starts_with(y.first, x.first)))
                            then 'NEAR' end as names,
                       x.ine = y.ine as same_ine, x.birth_date = y.birth_date as same_birth, x.email = y.email as same_email, x.phone = y.phone as same_phone,
                       x.source <> y.source as other_source, x.civility <> y.civility as other_civility,
                       c.profile = 'GUARDIAN' and exists (
                           select 1 from guardianship g join guardianship h on h.pupil_id = g.pupil_id where g.guardian_id = c.one and h.guardian_id = c.two) as same_child,
                       c.profile = 'PUPIL' and exists (
                           select 1 from guardianship g join guardianship h on h.guardian_id = g.guardian_id where g.pupil_id = c.one and h.pupil_id = c.two) as same_guardian
                  from candidate c
                  join who x on x.school_id = c.school_id and x.profile = c.profile and x.id = c.one
                  join who y on y.school_id = c.school_id and y.profile = c.profile and y.id = c.two
            ), judged as (
                select school_id, profile, one, two,
                       least(100,
                           case names when 'NAMES' then case profile when 'TEACHER' then 55 else 45 end when 'SWAPPED' then 40 when 'NEAR' then 25 else 0 end
                           + case when profile <> 'PUPIL' then 0 when same_ine then 70 else 0 end
                           + case when profile <> 'PUPIL' then 0 when same_birth then 35 when not same_birth then -50 else 0 end
                           + case when profile = 'PUPIL' or not coalesce(same_email, false) then 0 when profile = 'TEACHER' then 40 else 30 end
                           + case when profile <> 'PUPIL' and same_phone then 20 else 0 end
                           + case when same_child then 35 when same_guardian then 10 else 0 end
                           + case when other_source then 10 else 0 end) as score,
                       array_remove(array[names, case when profile = 'PUPIL' and same_ine then 'INE' end, case when profile = 'PUPIL' and same_birth then 'BIRTH' end,
                           case when profile <> 'PUPIL' and same_email then 'EMAIL' end, case when profile <> 'PUPIL' and same_phone then 'PHONE' end,
                           case when same_child then 'CHILD' end, case when same_guardian then 'GUARDIAN' end, case when other_source then 'SOURCE' end], null) as reasons
                  from signs
                 where coalesce(same_ine, true)
                   and (profile = 'PUPIL' or names is not null and not coalesce(other_civility, false))
            ), found as (
                select * from judged where score >= :worth
            ), gone as (
                delete from duplicate_pair d where d.school_id = any (:schools) and d.state = 'OPEN' and not exists (
                    select 1 from found f where f.school_id = d.school_id and f.one = d.first_id and f.two = d.second_id) returning 1
            ), told as (
                insert into duplicate_pair as d (school_id, first_id, second_id, profile, score, reasons, found_at)
                select school_id, one, two, profile, score, reasons, :now from found
                on conflict (school_id, first_id, second_id) do update set score = excluded.score, reasons = excluded.reasons
                 where d.state = 'OPEN' and (d.score, d.reasons) is distinct from (excluded.score, excluded.reasons)
                returning 1
            )
            select (select count(*) from gone) + (select count(*) from told)
            """;
}
