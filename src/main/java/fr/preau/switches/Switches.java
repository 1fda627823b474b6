package fr.preau.switches;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Profile;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The decisions of schools about their services, and the classes that they are about. */
@Component
public class Switches {
    private final JdbcClient db;
    private final Walls walls;
    private final SwitchGate gate;
    private final Clock clock;

    Switches(JdbcClient db, Walls walls, SwitchGate gate, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.gate = gate;
        this.clock = clock;
    }

    record Row(String service, String profile, @Nullable Long classId, boolean open) {}

    record SchoolClass(long id, String label, boolean nursery, boolean elementary) {
        SwitchPolicy.Pupils pupils() {
            return new SwitchPolicy.Pupils(nursery, elementary);
        }
    }

    public record School(long id, String name) {}

    List<Row> of(long school) {
        return db.sql(
                        "select service, profile, class_id, open from service_switch where school_id = :school")
                .param("school", school)
                .query(Row.class)
                .list();
    }

    List<SchoolClass> classesOf(long school) {
        return db.sql(
                        """
                        select c.id, c.label, coalesce(bool_or(e.level like '111%'), false) as nursery,
                               coalesce(bool_or(e.level not like '111%'), false) as elementary
                          from school_class c
                          left join class_enrolment i on i.school_id = c.school_id and i.class_id = c.id
                          left join enrolment e on e.school_id = i.school_id and e.pupil_id = i.pupil_id
                         where c.school_id = :school and c.kind = 'CLASS' and c.ended_at is null
                         group by c.id, c.label
                         order by plain(c.label), c.id
                        """)
                .param("school", school)
                .query(SchoolClass.class)
                .list();
    }

    List<School> schools(long[] ids) {
        return db.sql(
                        "select id, name from structure where id = any (:ids) order by plain(name), id")
                .param("ids", ids)
                .query(School.class)
                .list();
    }

    /**
     * Writes a decision, or takes it back; the caller has made sure that this person may decide.
     * Nobody in person: the loading of the demo.
     */
    public void decide(
            long school,
            String service,
            Profile profile,
            @Nullable Long schoolClass,
            Choice choice,
            @Nullable Long person) {
        walls.as(
                Wall.DIRECTORY,
                () ->
                        choice == Choice.USUAL
                                ? takeBack(school, service, profile, schoolClass)
                                : keep(school, service, profile, schoolClass, choice, person));
        gate.forget();
    }

    private int takeBack(long school, String service, Profile profile, @Nullable Long schoolClass) {
        return db.sql(
                        """
                        delete from service_switch where school_id = :school and service = :service and profile = :profile
                           and class_id is not distinct from cast(:class as bigint)
                        """)
                .param("school", school)
                .param("service", service)
                .param("profile", profile.name())
                .param("class", schoolClass, Types.BIGINT)
                .update();
    }

    private int keep(
            long school,
            String service,
            Profile profile,
            @Nullable Long schoolClass,
            Choice choice,
            @Nullable Long person) {
        return db.sql(
                        """
                        insert into service_switch (school_id, service, profile, class_id, open, since, by_person_id)
                        values (:school, :service, :profile, :class, :open, :now, :person)
                        on conflict (school_id, service, profile, class_id)
                        do update set open = excluded.open, since = excluded.since, by_person_id = excluded.by_person_id
                        """)
                .param("school", school)
                .param("service", service)
                .param("profile", profile.name())
                .param("class", schoolClass, Types.BIGINT)
                .param("open", choice == Choice.OPEN)
                .param("now", Timestamp.from(clock.instant()))
                .param("person", person, Types.BIGINT)
                .update();
    }
}
