package fr.preau.contact;

import fr.preau.contact.ContactPage.Classroom;
import fr.preau.contact.ContactPage.Differing;
import fr.preau.contact.ContactPage.Place;
import fr.preau.web.Actor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The matrix of a school or of one of its classes, and where somebody may change it. */
@Component
class Matrix {
    private final JdbcClient db;

    Matrix(JdbcClient db) {
        this.db = db;
    }

    private record Row(
            @Nullable Long classId,
            @Nullable String label,
            Side fromProfile,
            Side toProfile,
            Scope scope,
            boolean editable,
            boolean usual,
            boolean inForce,
            boolean decided) {
        Cell.Line line() {
            return new Cell.Line(scope, editable, usual, inForce, decided);
        }
    }

    List<Place> schoolsOf(Actor actor) {
        return db.sql(
                        """
                        select s.id as school, null::bigint as school_class, s.name from structure s where s.id = any (:schools)
                         order by plain(s.name), s.id
                        """)
                .param("schools", actor.administeredSchools())
                .query(Place.class)
                .list();
    }

    List<Classroom> classesOf(long school) {
        return db.sql(
                        """
                        select id, label from school_class where school_id = :school and ended_at is null order by kind, plain(label), id
                        """)
                .param("school", school)
                .query(Classroom.class)
                .list();
    }

    /** The cells of a school, or of a class whose usual is the school's. */
    List<Cell> cells(long school, @Nullable Long schoolClass) {
        return cells(
                db.sql(
                                """
                                select null::bigint as class_id, null as label, d.from_profile, d.to_profile, d.scope, d.editable,
                                       case when :class::bigint is null then d.allowed else coalesce(r.allowed, d.allowed) end as usual,
                                       coalesce(c.allowed, r.allowed, d.allowed) as in_force,
                                       case when :class::bigint is null then r.id else c.id end is not null as decided
                                  from contact_default d
                                  left join contact_rule r on r.school_id = :school and r.class_id is null
                                   and r.from_profile = d.from_profile and r.to_profile = d.to_profile and r.scope = d.scope
                                  left join contact_rule c on c.school_id = :school and c.class_id = :class
                                   and c.from_profile = d.from_profile and c.to_profile = d.to_profile and c.scope = d.scope
                                """)
                        .param("school", school)
                        .param("class", schoolClass, java.sql.Types.BIGINT)
                        .query(Row.class)
                        .list());
    }

    /** The cells in which some class says something else than its school. */
    List<Differing> exceptions(long school) {
        var rows =
                db.sql(
                                """
                                select c.class_id, k.label, c.from_profile, c.to_profile, c.scope, true as editable,
                                       coalesce(r.allowed, d.allowed) as usual, c.allowed as in_force, true as decided
                                  from contact_rule c
                                  join school_class k on k.school_id = c.school_id and k.id = c.class_id and k.ended_at is null
                                  join contact_default d on d.from_profile = c.from_profile and d.to_profile = c.to_profile and d.scope = c.scope
                                  left join contact_rule r on r.school_id = c.school_id and r.class_id is null
                                   and r.from_profile = c.from_profile and r.to_profile = c.to_profile and r.scope = c.scope
                                 where c.school_id = :school
                                 order by plain(k.label), k.id
                                """)
                        .param("school", school)
                        .query(Row.class)
                        .list();
        return rows.stream()
                .collect(
                        Collectors.groupingBy(
                                Row::classId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(ofClass ->
                        cells(ofClass).stream()
                                .map(cell ->
                                        new Differing(
                                                ofClass.getFirst().classId(),
                                                ofClass.getFirst().label(),
                                                cell)))
                .toList();
    }

    private static List<Cell> cells(Collection<Row> rows) {
        Map<List<Side>, List<Row>> byCell =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> List.of(row.fromProfile(), row.toProfile()),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return byCell.entrySet().stream()
                .map(cell ->
                        new Cell(
                                cell.getKey().getFirst(),
                                cell.getKey().getLast(),
                                cell.getValue().stream().map(Row::line).toList()))
                .toList();
    }
}
