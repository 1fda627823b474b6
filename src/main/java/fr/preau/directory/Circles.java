package fr.preau.directory;

import fr.preau.web.Actor;
import fr.preau.web.RoleKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The circles and families that somebody may address: the classes taught today, and everything for
 * whoever directs the school.
 */
@Component
public final class Circles {
    private final JdbcClient db;
    private final Clock clock;

    Circles(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * The common picker, with what has been chosen so far ({@code c12} a circle, {@code p34} a
     * pupil's family).
     */
    public Picker familiesFor(Actor actor, Collection<String> chosen) {
        return new Picker(circlesFor(actor), pupilsFor(actor), Set.copyOf(chosen));
    }

    private List<Picker.Circle> circlesFor(Actor actor) {
        return ask(
                        actor,
                        """
                        , enrolled as materialized (
                            select e.school_id, e.pupil_id, exists (
                                     select 1 from guardianship g
                                       join person r on r.id = g.guardian_id and r.departed_at is null
                                       join account_person ap on ap.person_id = r.id
                                       join account a on a.id = ap.account_id
                                      where g.pupil_id = e.pupil_id and a.first_sign_in_at is not null) as reached
                              from enrolment e
                              join person p on p.id = e.pupil_id and p.departed_at is null
                             where e.school_id in (select school_id from mine)
                        )
                        select c.school_id as school, s.name as school_name, c.id, c.kind, k.kind as class_kind, k.label,
                               f.families, f.never_connected
                          from circle c
                          join structure s on s.id = c.school_id
                          left join school_class k on k.school_id = c.school_id and k.id = c.class_id
                          cross join lateral (
                               select count(*) as families, count(*) filter (where not e.reached) as never_connected
                                 from enrolled e
                                where e.school_id = c.school_id
                                  and (c.class_id is null or exists (
                                       select 1 from class_enrolment i
                                        where i.school_id = c.school_id and i.class_id = c.class_id and i.pupil_id = e.pupil_id))) f
                         where c.kind = 'CLASS_FAMILIES' and (c.school_id, c.class_id) in (select school_id, class_id from mine)
                            or c.kind = 'SCHOOL_FAMILIES' and c.school_id = any (:directed)
                         order by s.name, c.kind desc, k.kind, k.label
                        """)
                .query(Picker.Circle.class)
                .list();
    }

    private List<Picker.Family> pupilsFor(Actor actor) {
        return ask(
                        actor,
                        """
                        select e.school_id as school, e.pupil_id as pupil, p.first_name || ' ' || p.last_name as name,
                               coalesce(min(k.label) filter (where k.kind = 'CLASS'), min(k.label)) as class_label, p.last_name, p.first_name
                          from mine
                          join class_enrolment e on e.school_id = mine.school_id and e.class_id = mine.class_id
                          join school_class k on k.school_id = e.school_id and k.id = e.class_id
                          join person p on p.id = e.pupil_id and p.departed_at is null
                         group by e.school_id, e.pupil_id, p.first_name, p.last_name
                         order by class_label, p.last_name, p.first_name
                        """)
                .query(Picker.Family.class)
                .list();
    }

    private JdbcClient.StatementSpec ask(Actor actor, String sql) {
        return db.sql(
                        """
                        with mine as (
                            select c.school_id, c.id as class_id from school_class c where c.school_id = any (:directed) and c.ended_at is null
                            union
                            select t.school_id, t.class_id from teaching t
                              join school_class c on c.school_id = t.school_id and c.id = t.class_id and c.ended_at is null
                             where t.person_id = :person
                               and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today
                        )
                        """
                                + sql)
                .param("person", actor.person())
                .param("directed", schoolsDirectedBy(actor))
                .param("today", LocalDate.now(clock));
    }

    /** For {@code = any (…)}. */
    public static long[] schoolsDirectedBy(Actor actor) {
        return actor.roles().stream()
                .filter(role -> role.kind() == RoleKind.DIRECTOR)
                .mapToLong(Actor.Role::structure)
                .distinct()
                .toArray();
    }
}
