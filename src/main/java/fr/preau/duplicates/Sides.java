package fr.preau.duplicates;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The two sides of a comparison: what each person says and carries. Asked once the pair is known to
 * be the actor's.
 */
@Component
class Sides {
    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    Sides(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    List<Side> of(Pairs.Pair pair) {
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        """
                                        select p.id, p.first_name, p.last_name, p.birth_date, coalesce(p.ine, '') as ine, coalesce(p.email, '') as email,
                                               concat_ws(', ', p.mobile, p.phone) as phone, p.source, p.join_key is not null as in_feed,
                                               coalesce((select string_agg(c.label, ', ' order by c.label) from class_enrolment i
                                                  join school_class c on c.school_id = i.school_id and c.id = i.class_id and c.ended_at is null
                                                 where i.pupil_id = p.id and i.school_id = :school), '') as classes,
                                               coalesce((select string_agg(c.label, ', ' order by c.label) from teaching t
                                                  join school_class c on c.school_id = t.school_id and c.id = t.class_id and c.ended_at is null
                                                 where t.person_id = p.id and t.school_id = :school), '') as teaches,
                                               coalesce((select string_agg(x.first_name || ' ' || x.last_name, ', ' order by x.first_name) from guardianship g
                                                  join person x on x.id = g.pupil_id and x.departed_at is null
                                                  join enrolment e on e.pupil_id = x.id and e.school_id = :school where g.guardian_id = p.id), '') as children,
                                               coalesce((select string_agg(x.first_name || ' ' || x.last_name, ', ' order by x.first_name) from guardianship g
                                                  join person x on x.id = g.guardian_id and x.departed_at is null where g.pupil_id = p.id), '') as guardians,
                                               coalesce(a.login, '') as login, coalesce(a.state, '') as state, a.last_sign_in_at,
                                               (select count(*) from note n where n.author_id = p.id) as written,
                                               (select count(distinct n.note_id) from note_guardian n where n.guardian_id = p.id or n.pupil_id = p.id) as received,
                                               (select count(*) from note_guardian n where (n.guardian_id = p.id or n.pupil_id = p.id) and n.signed_at is not null) as signed
                                          from person p
                                          left join account_person ap on ap.person_id = p.id left join account a on a.id = ap.account_id
                                         where p.id in (:first, :second) order by p.id
                                        """)
                                .param("school", pair.schoolId())
                                .param("first", pair.firstId())
                                .param("second", pair.secondId())
                                .query(Side.class)
                                .list());
    }

    /**
     * Whether one of the two holds a right over others somewhere that the actor does not
     * administer: a director must not gather such rights, nor take them away, by a merge.
     */
    boolean reachesFurther(Pairs.Pair pair, long[] administered, List<String> strongRoles) {
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        """
                                        select exists (select 1 from role r
                                          join account_person ap on ap.person_id = r.person_id
                                         where ap.account_id in (select account_id from account_person where person_id in (:first, :second))
                                           and r.kind in (:strong) and not r.structure_id = any (:administered)
                                           and coalesce(r.ends_on, :today) >= :today)
                                        """)
                                .param("first", pair.firstId())
                                .param("second", pair.secondId())
                                .param("strong", strongRoles)
                                .param("administered", administered)
                                .param("today", LocalDate.now(clock))
                                .query(Boolean.class)
                                .single());
    }
}
