package fr.preau.perimeter;

import fr.preau.web.Actor;
import fr.preau.web.Profile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Schools of a node. Names and addresses of schools are public; classes, pupils and directors are
 * for the académie only, counted for the schools on the page and never for a region.
 */
@Component
class Schools {
    static final int SHOWN = 30;

    private final JdbcClient db;
    private final Clock clock;

    Schools(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** One more than a page shows, so that it knows whether the list goes on. */
    List<NodePage.School> below(Actor actor, Place node, Search search) {
        return db.sql(
                        """
                        with found as materialized (
                            select s.id, s.name, s.uai, coalesce(t.name, s.city) as town, plain(s.name) as place
                              from school_above a
                              join structure s on s.id = a.school_id and s.departed_at is null
                              left join structure t on t.id = s.town_id
                             where a.node_id = :node and not exists (
                                   select 1 from unnest(:words) as w (word)
                                    where position(plain(w.word) in plain(concat_ws(' ', s.name, s.uai, s.city, t.name))) = 0)
                        ), page as materialized (
                            select f.* from found f
                             where :after = 0 or (f.place, f.id) > (select plain(x.name), x.id from structure x where x.id = :after)
                             order by f.place, f.id
                             limit :limit
                        )
                        select p.id, p.name, coalesce(p.uai, '') as uai, coalesce(p.town, '') as town,
                               (select count(*) from found) as found,
                               case when :counted then (select count(*) from school_class c where c.school_id = p.id and c.kind = 'CLASS' and c.ended_at is null) else 0 end as classes,
                               case when :counted then (select count(*) from enrolment e join person k on k.id = e.pupil_id and k.departed_at is null
                                                         where e.school_id = p.id) else 0 end as pupils
                          from page p
                         order by p.place, p.id
                        """)
                .param("node", node.id())
                .param("words", search.words())
                .param("after", search.afterSchool())
                .param("limit", SHOWN + 1)
                .param("counted", seesInside(actor))
                .query(NodePage.School.class)
                .list();
    }

    SchoolPage.Facts facts(Place school) {
        return db.sql(
                        """
                        select coalesce(s.uai, '') as uai, coalesce(s.street, '') as street,
                               coalesce(s.postal_code, '') as postal_code, coalesce(s.city, '') as city, coalesce(s.phone, '') as phone,
                               coalesce(s.email, '') as email, coalesce(s."grouping", '') as grouping, coalesce(t.name, '') as town,
                               coalesce(d.name, '') as district
                          from structure s
                          left join structure t on t.id = s.town_id
                          left join structure d on d.id = s.parent_id and d.kind = 'DISTRICT'
                         where s.id = :school
                        """)
                .param("school", school.id())
                .query(SchoolPage.Facts.class)
                .single();
    }

    /** Classes with the number of their pupils. */
    List<SchoolPage.SchoolClass> classesOf(Place school) {
        return db.sql(
                        """
                        select c.label, count(p.id) as pupils
                          from school_class c
                          left join class_enrolment i on i.school_id = c.school_id and i.class_id = c.id
                          left join person p on p.id = i.pupil_id and p.departed_at is null
                         where c.school_id = :school and c.kind = 'CLASS' and c.ended_at is null
                         group by c.id, c.label
                         order by plain(c.label), c.id
                        """)
                .param("school", school.id())
                .query(SchoolPage.SchoolClass.class)
                .list();
    }

    long pupilsOf(Place school) {
        return db.sql(
                        """
                        select count(*) from enrolment e join person p on p.id = e.pupil_id and p.departed_at is null where e.school_id = :school
                        """)
                .param("school", school.id())
                .query(Long.class)
                .single();
    }

    List<String> directorsOf(Place school) {
        return db.sql(
                        """
                        select distinct p.first_name || ' ' || p.last_name from role r join person p on p.id = r.person_id and p.departed_at is null
                         where r.structure_id = :school and r.kind = 'DIRECTOR'
                           and coalesce(r.starts_on, :today) <= :today and coalesce(r.ends_on, :today) >= :today
                        """)
                .param("school", school.id())
                .param("today", LocalDate.now(clock))
                .query(String.class)
                .list();
    }

    /** Article 4 of the arrêté of 30 November 2006: not the town halls. */
    static boolean seesInside(Actor actor) {
        return actor.profile() == Profile.SUPERVISION;
    }
}
