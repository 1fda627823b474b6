package fr.preau.directory;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Profile;
import fr.preau.web.RoleKind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the feed cannot carry: a teacher's classes, a replacement, and the people whom no feed knows
 * (town halls, inspectors).
 */
@Component
public class Appointments {
    private final JdbcClient db;
    private final Walls walls;
    private final Derivation derivation;

    Appointments(JdbcClient db, Walls walls, Derivation derivation) {
        this.db = db;
        this.walls = walls;
        this.derivation = derivation;
    }

    /** Puts a teacher in charge of a class, between two dates when the charge is time-boxed. */
    public void attach(
            long teacher,
            long school,
            long schoolClass,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        attach(List.of(teacher), school, schoolClass, from, to);
    }

    /** Puts several teachers in charge of a class. */
    public void attach(
            Collection<Long> teachers,
            long school,
            long schoolClass,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    db.sql(
                                    """
                                    insert into teaching (school_id, class_id, person_id, starts_on, ends_on)
                                    select distinct :school::bigint, :class::bigint, teacher, :from::date, :to::date from unnest(:teachers::bigint[]) teacher
                                    on conflict (school_id, class_id, person_id) do update set starts_on = excluded.starts_on, ends_on = excluded.ends_on
                                    """)
                            .param("school", school)
                            .param("class", schoolClass)
                            .param(
                                    "teachers",
                                    teachers.stream().mapToLong(Long::longValue).toArray())
                            .param("from", from)
                            .param("to", to)
                            .update();
                    derivation.deriveSchools(List.of(school));
                });
    }

    /** Ends a teacher's charge of a class at once. */
    public void detach(long teacher, long school, long schoolClass) {
        walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        "delete from teaching where school_id = :school and class_id = :class and person_id = :teacher")
                                .param("school", school)
                                .param("class", schoolClass)
                                .param("teacher", teacher)
                                .update());
    }

    /** Creates a person that no feed carries. */
    public long welcome(String firstName, String lastName) {
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        "insert into person (kind, source, first_name, last_name) values ('LOCAL', 'LOCAL', :first, :last) returning id")
                                .param("first", firstName)
                                .param("last", lastName)
                                .query(Long.class)
                                .single());
    }

    /** Gives a role at a structure, between two dates when it is time-boxed. */
    public void appoint(
            long person,
            RoleKind kind,
            long structure,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    grant(person, kind, structure, from, to);
                    if (kind.profile() == Profile.TEACHER)
                        derivation.deriveSchools(List.of(structure));
                });
    }

    /** A time-boxed role and its classes end on another day: earlier, or later. */
    public void prolong(
            long person, Collection<RoleKind> kinds, long school, LocalDate was, LocalDate to) {
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    db.sql(
                                    """
                                    update role set ends_on = :to
                                     where person_id = :person and structure_id = :school and kind in (:kinds) and ends_on = :was
                                    """)
                            .param("was", was)
                            .param("to", to)
                            .param("person", person)
                            .param("school", school)
                            .param("kinds", kinds.stream().map(RoleKind::name).toList())
                            .update();
                    db.sql(
                                    "update teaching set ends_on = :to where person_id = :person and school_id = :school and ends_on = :was")
                            .param("was", was)
                            .param("to", to)
                            .param("person", person)
                            .param("school", school)
                            .update();
                    derivation.deriveSchools(List.of(school));
                });
    }

    private void grant(
            long person,
            RoleKind kind,
            long structure,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        db.sql(
                        """
                        insert into role (person_id, kind, structure_id, starts_on, ends_on, source) values (:person, :kind, :structure, :from, :to, 'LOCAL')
                        on conflict (person_id, kind, structure_id, source) do update set starts_on = excluded.starts_on, ends_on = excluded.ends_on
                        """)
                .param("person", person)
                .param("kind", kind.name())
                .param("structure", structure)
                .param("from", from)
                .param("to", to)
                .update();
    }
}
