package fr.preau.network;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.NotFound;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The schools below an actor's roles. A town hall reaches nothing in the database: behind the job's
 * wall every statement asks for the nodes of the actor's own roles.
 */
@Component
class NetworkSchools {
    static final int SHOWN = 30;

    private final JdbcClient db;
    private final Walls walls;

    NetworkSchools(JdbcClient db, Walls walls) {
        this.db = db;
        this.walls = walls;
    }

    /** The school and what is counted in it today; 404 from elsewhere. */
    SchoolSeen find(Actor actor, long school, Predicate<SchoolSeen> may) {
        return walls.as(
                        Wall.JOB,
                        () ->
                                db.sql(
                                                """
                                                select s.id, s.name, coalesce(s.uai, '') as uai, coalesce(t.name, s.city, '') as town,
                                                       greatest(p.count, 10) as pupils, p.count < 10 as few, c.count as classes,
                                                       exists (select 1 from school_above a where a.school_id = s.id and a.node_id = any (:declared)) as declares,
                                                       exists (select 1 from school_above a where a.school_id = s.id and a.node_id = any (:tested)) as tests
                                                  from structure s left join structure t on t.id = s.town_id
                                                 cross join lateral (select count(*) from enrolment e join person k on k.id = e.pupil_id and k.departed_at is null
                                                                      where e.school_id = s.id) p
                                                 cross join lateral (select count(*) from school_class k where k.school_id = s.id and k.kind = 'CLASS' and k.ended_at is null) c
                                                 where s.id = :school and s.kind = 'SCHOOL' and s.departed_at is null
                                                   and exists (select 1 from school_above a where a.school_id = s.id and a.node_id = any (:read))
                                                """)
                                        .param("school", school)
                                        .param("read", NetworkPolicy.read(actor))
                                        .param("declared", NetworkPolicy.declared(actor))
                                        .param("tested", NetworkPolicy.tested(actor))
                                        .query(SchoolSeen.class)
                                        .optional())
                .filter(may)
                .orElseThrow(NotFound::new);
    }

    /** What a test may be told of a school's rooms: the names of its classes. */
    List<String> classes(long school) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        "select label from school_class where school_id = :school and kind = 'CLASS' and ended_at is null order by plain(label), id limit 60")
                                .param("school", school)
                                .query(String.class)
                                .list());
    }

    /** The schools of a year, a page of them and one more, so that it knows whether it goes on. */
    List<NetworkListPage.Row> list(Actor actor, int year, Asked asked) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        with found as materialized (
                                            select distinct s.id, s.name, coalesce(s.uai, '') as uai, coalesce(t.name, s.city, '') as town, plain(s.name) as place
                                              from school_above a
                                              join structure s on s.id = a.school_id and s.kind = 'SCHOOL' and s.departed_at is null
                                              left join structure t on t.id = s.town_id
                                             where a.node_id = any (:read) and not exists (
                                                   select 1 from unnest(:words) as w (word)
                                                    where position(plain(w.word) in plain(concat_ws(' ', s.name, s.uai, s.city, t.name))) = 0)
                                        ), page as materialized (
                                            select f.* from found f
                                             where :after = 0 or (f.place, f.id) > (select plain(x.name), x.id from structure x where x.id = :after)
                                             order by f.place, f.id
                                             limit :limit
                                        )
                                        select p.id, p.name, p.uai, p.town, (select count(*) from found) as found, coalesce(n.together, 0) as together,
                                               coalesce(n.need_down_kbit, 0) as need_down_kbit, coalesce(n.need_up_kbit, 0) as need_up_kbit,
                                               n.line_down_kbit, n.line_up_kbit, coalesce(f.minimum_kbit, 0) as minimum_kbit, coalesce(f.comfort_kbit, 0) as comfort_kbit,
                                               coalesce(f.target_kbit, 0) as target_kbit, m.at as tested_at, m.down_kbit as tested_down_kbit
                                          from page p
                                          left join lateral (select * from network_sheet x where x.school_id = p.id and x.year = :year order by x.edition desc limit 1) n on true
                                          left join network_formula f on f.id = n.formula_id
                                          left join lateral (select x.at, x.down_kbit from network_test x where x.school_id = p.id and x.year = :year
                                                              order by x.at desc, x.id desc limit 1) m on true
                                         order by p.place, p.id
                                        """)
                                .param("read", NetworkPolicy.read(actor))
                                .param("words", asked.words())
                                .param("after", asked.afterSchool())
                                .param("limit", SHOWN + 1)
                                .param("year", year)
                                .query(NetworkListPage.Row.class)
                                .list());
    }
}
