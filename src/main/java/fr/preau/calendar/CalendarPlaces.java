package fr.preau.calendar;

import fr.preau.web.Actor;
import fr.preau.web.NotFound;
import fr.preau.web.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The schools whose calendar somebody reads: their own, or those of their perimeter. */
@Component
class CalendarPlaces {
    private static final int SHOWN = 20;

    private final JdbcClient db;

    CalendarPlaces(JdbcClient db) {
        this.db = db;
    }

    /** The school asked for among one's own, or the first; 404 when it is not one's own. */
    Place choose(List<Place> places, @Nullable Long asked) {
        return places.stream()
                .filter(place -> asked == null || place.id() == asked)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    List<Place> of(Actor actor) {
        return db.sql(
                        """
                        select s.id, s.name, coalesce(s.city, '') as city, coalesce((
                               select string_agg(distinct k.first_name, ' et ') from guardianship g
                                 join enrolment e on e.pupil_id = g.pupil_id and e.school_id = s.id
                                 join person k on k.id = g.pupil_id and k.departed_at is null
                                where g.guardian_id = :guardian), '') as children
                          from structure s where s.kind = 'SCHOOL' and s.id = any (:mine)
                         order by plain(s.name), s.id
                        """)
                .param("guardian", actor.profile() == Profile.GUARDIAN ? actor.person() : 0)
                .param("mine", structures(actor))
                .query(Place.class)
                .list();
    }

    List<Place> administeredBy(Actor actor) {
        return db.sql(
                        """
                        select s.id, s.name, coalesce(s.city, '') as city, '' as children from structure s
                         where s.kind = 'SCHOOL' and s.id = any (:schools) order by plain(s.name), s.id
                        """)
                .param("schools", actor.administeredSchools())
                .query(Place.class)
                .list();
    }

    /** Those of a perimeter whose name, town or number holds these words; the first of them. */
    List<Place> within(Actor actor, String words) {
        return db.sql(
                        """
                        select s.id, s.name, coalesce(s.city, '') as city, '' as children from structure s
                         where s.kind = 'SCHOOL' and s.departed_at is null
                           and exists (select 1 from school_above a where a.school_id = s.id and a.node_id = any (:mine))
                           and position(plain(:words) in plain(concat_ws(' ', s.name, s.city, s.uai))) > 0
                         order by plain(s.name), s.id limit :shown
                        """)
                .param("mine", structures(actor))
                .param("words", words.strip())
                .param("shown", SHOWN)
                .query(Place.class)
                .list();
    }

    List<Place> within(Actor actor, long school) {
        return db.sql(
                        """
                        select s.id, s.name, coalesce(s.city, '') as city, '' as children from structure s
                         where s.kind = 'SCHOOL' and s.id = :school
                           and exists (select 1 from school_above a where a.school_id = s.id and a.node_id = any (:mine))
                        """)
                .param("mine", structures(actor))
                .param("school", school)
                .query(Place.class)
                .list();
    }

    private static long[] structures(Actor actor) {
        return actor.structures().stream().mapToLong(Long::longValue).toArray();
    }
}
