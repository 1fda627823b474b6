package fr.preau.onde;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The cards of the pupils of a school that the actor administers, or of a class that they teach
 * today. The right is asked first, behind the actor's own wall; only then are the narrow columns
 * read.
 */
@Component
class PupilCards {
    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    PupilCards(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    private record Right(long school, boolean administered) {}

    PupilPage of(Actor actor, long pupil) {
        var right = rightOf(actor, pupil);
        return walls.as(
                Wall.DIRECTORY,
                () -> new PupilPage(card(right, pupil), places(right, pupil), ties(pupil)));
    }

    private Right rightOf(Actor actor, long pupil) {
        return db.sql(
                        """
                        select e.school_id as school, e.school_id = any (:administered) as administered
                          from enrolment e
                         where e.pupil_id = :pupil
                           and (e.school_id = any (:administered)
                                or exists (select 1 from class_enrolment c
                                             join teaching t on t.school_id = c.school_id and t.class_id = c.class_id
                                             join school_class k on k.school_id = c.school_id and k.id = c.class_id and k.ended_at is null
                                            where c.school_id = e.school_id and c.pupil_id = e.pupil_id and t.person_id = :person
                                              and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today))
                         order by administered desc, e.school_id limit 1
                        """)
                .param("administered", actor.administeredSchools())
                .param("pupil", pupil)
                .param("person", actor.person())
                .param("today", LocalDate.now(clock))
                .query(Right.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private PupilPage.Card card(Right right, long pupil) {
        return db.sql(
                        """
                        select p.id, p.first_name, p.last_name, p.birth_name, p.birth_date, :administered as administered,
                               case when :administered then p.ine end as ine, p.source, p.departed_at is not null as departed,
                               e.level_label, e.cycle, e.canteen, e.bus, e.morning_care, e.evening_care, e.supervised_study,
                               s.name as school, s.grouping, d.name as district, t.name as town
                          from enrolment e join person p on p.id = e.pupil_id and p.erased_at is null
                          join structure s on s.id = e.school_id
                          left join structure d on d.id = s.parent_id and d.kind = 'DISTRICT'
                          left join structure t on t.id = s.town_id
                         where e.school_id = :school and e.pupil_id = :pupil
                        """)
                .param("administered", right.administered())
                .param("school", right.school())
                .param("pupil", pupil)
                .query(PupilPage.Card.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private List<PupilPage.Place> places(Right right, long pupil) {
        return db.sql(
                        """
                        select k.kind, k.label, c.entered_on, c.leaves_on
                          from class_enrolment c join school_class k on k.school_id = c.school_id and k.id = c.class_id and k.ended_at is null
                         where c.school_id = :school and c.pupil_id = :pupil order by k.kind, k.label
                        """)
                .param("school", right.school())
                .param("pupil", pupil)
                .query(PupilPage.Place.class)
                .list();
    }

    private List<PupilPage.Tie> ties(long pupil) {
        return db.sql(
                        """
                        select p.first_name || ' ' || p.last_name as name, coalesce(l.label, g.link_code) as link, coalesce(l.signs, false) as signs
                          from guardianship g join person p on p.id = g.guardian_id and p.departed_at is null
                          left join lateral (select label, signs from link_code where code = g.link_code and from_on <= :today
                                              order by from_on desc limit 1) l on true
                         where g.pupil_id = :pupil order by g.link_code, p.last_name, p.first_name
                        """)
                .param("today", LocalDate.now(clock))
                .param("pupil", pupil)
                .query(PupilPage.Tie.class)
                .list();
    }
}
