package fr.preau.notifications;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People of a school whom letters do not reach any more; never their address. */
@Component
class Returned {
    private final JdbcClient db;
    private final Walls walls;

    Returned(JdbcClient db, Walls walls) {
        this.db = db;
        this.walls = walls;
    }

    List<ReturnedPage.School> schools(Actor actor) {
        return db.sql(
                        "select id, name from structure where kind = 'SCHOOL' and id = any (:ids) order by plain(name), id")
                .param("ids", actor.administeredSchools())
                .query(ReturnedPage.School.class)
                .list();
    }

    /** The caller administers this school; addresses themselves stay with their owners. */
    List<ReturnedPage.Row> of(long school) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        select p.first_name || ' ' || p.last_name as name, m.bounced_at, coalesce(m.bounce_code, 0) as code, coalesce((
                                               select string_agg(distinct k.first_name, ', ') from guardianship g
                                                 join enrolment e on e.pupil_id = g.pupil_id and e.school_id = :school
                                                 join person k on k.id = g.pupil_id and k.departed_at is null
                                                where g.guardian_id = p.id), '') as children
                                          from mail_address m
                                          join account_person ap on ap.account_id = m.account_id
                                          join person p on p.id = ap.person_id and p.departed_at is null
                                         where m.bounced_at is not null
                                           and exists (select 1 from affiliation f where f.school_id = :school and f.person_id = p.id)
                                         order by plain(p.last_name), plain(p.first_name), p.id limit 200
                                        """)
                                .param("school", school)
                                .query(ReturnedPage.Row.class)
                                .list());
    }
}
