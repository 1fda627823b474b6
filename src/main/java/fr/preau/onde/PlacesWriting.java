package fr.preau.onde;

import fr.preau.onde.Plan.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Classes, places in the school and in classes, and ties of an import; inside the directory's wall.
 */
@Component
class PlacesWriting {
    private final JdbcClient db;

    PlacesWriting(JdbcClient db) {
        this.db = db;
    }

    private record NewClass(String slot, String label, @Nullable String key) {}

    private record Number(String slot, long id) {}

    private record Place(
            long pupil, @Nullable String level, @Nullable String label, @Nullable String cycle) {}

    private record Seat(long pupil, long schoolClass) {}

    private record Link(long pupil, long guardian, String code) {}

    /**
     * Makes the new classes that somebody sits in; answers the number of each class of the file.
     */
    Map<String, Long> classes(Upload upload, Plan plan) {
        var numbers = new HashMap<String, Long>();
        var born = new java.util.ArrayList<NewClass>();
        for (var row : plan.classes()) {
            if (row.into() != null) numbers.put(row.slot(), row.into().id());
            else if (isUsed(row.slot(), plan))
                born.add(
                        new NewClass(
                                row.slot(), row.label(), row.key().isEmpty() ? null : row.key()));
        }
        make(upload, born).forEach(made -> numbers.put(made.slot(), made.id()));
        return numbers;
    }

    private static boolean isUsed(String slot, Plan plan) {
        return plan.rows().stream()
                .anyMatch(row -> row.seat() != null && slot.equals(row.seat().classSlot()));
    }

    /** A number that a class of the school already bears stays with it. */
    private List<Number> make(Upload upload, List<NewClass> classes) {
        return db.sql(
                        """
                        merge into school_class c using (
                            select s.slot, s.label, case when count(*) over (partition by s.key) = 1 and not exists (
                                       select 1 from school_class k where k.school_id = :school and k.kind = 'CLASS' and k.join_key = s.key and k.ended_at is null)
                                   then s.key end as key
                              from jsonb_to_recordset(cast(:classes as jsonb)) as s (slot text, label text, key text)
                        ) s on false
                        when not matched then insert (school_id, join_key, kind, label, feed_label, source)
                            values (:school, s.key, 'CLASS', s.label, s.label, 'ONDE')
                        returning s.slot, c.id
                        """)
                .param("school", upload.school())
                .param("classes", Json.of(classes))
                .query(Number.class)
                .list();
    }

    void enrol(Upload upload, Plan plan, Map<String, Long> numbers) {
        var places =
                seated(plan).stream()
                        .map(row ->
                                new Place(
                                        numbers.get(row.line().slot()),
                                        row.seat().level(),
                                        row.seat().levelLabel(),
                                        row.seat().cycle()))
                        .toList();
        db.sql(
                        """
                        merge into enrolment e using jsonb_to_recordset(cast(:places as jsonb)) as s (pupil bigint, level text, label text, cycle text)
                           on e.school_id = :school and e.pupil_id = s.pupil
                        when not matched then insert (school_id, pupil_id, level, level_label, cycle) values (:school, s.pupil, s.level, s.label, s.cycle)
                        when matched and (e.level, e.level_label, e.cycle) is distinct from (s.level, s.label, s.cycle) then
                            update set level = s.level, level_label = s.label, cycle = s.cycle
                        """)
                .param("school", upload.school())
                .param("places", Json.of(places))
                .update();
    }

    private static List<Row> seated(Plan plan) {
        return plan.rows().stream().filter(row -> row.seat() != null).toList();
    }

    /** A seat that ONDE gave and gives no more is left; a new one is taken. */
    void seat(Upload upload, Plan plan, Map<String, Long> numbers, Map<String, Long> classes) {
        var left =
                seated(plan).stream()
                        .flatMap(row ->
                                row.seat().leaves().stream()
                                        .map(old -> new Seat(numbers.get(row.line().slot()), old)))
                        .toList();
        var taken =
                seated(plan).stream()
                        .filter(row -> row.seat().classSlot() != null)
                        .map(row ->
                                new Seat(
                                        numbers.get(row.line().slot()),
                                        classes.get(row.seat().classSlot())))
                        .toList();
        write(
                upload,
                left,
                """
                delete from class_enrolment c using jsonb_to_recordset(cast(:seats as jsonb)) as s (pupil bigint, school_class bigint)
                 where c.school_id = :school and c.class_id = s.school_class and c.pupil_id = s.pupil and c.source = 'ONDE'
                """);
        write(
                upload,
                taken,
                """
                insert into class_enrolment (school_id, class_id, pupil_id, source)
                select :school, s.school_class, s.pupil, 'ONDE' from jsonb_to_recordset(cast(:seats as jsonb)) as s (pupil bigint, school_class bigint)
                on conflict do nothing
                """);
    }

    private void write(Upload upload, List<Seat> seats, String sql) {
        db.sql(sql).param("school", upload.school()).param("seats", Json.of(seats)).update();
    }

    void tie(Upload upload, Plan plan, Map<String, Long> numbers) {
        link(
                upload,
                plan.endedTies(),
                numbers,
                """
                delete from guardianship g using jsonb_to_recordset(cast(:links as jsonb)) as s (pupil bigint, guardian bigint)
                 where g.pupil_id = s.pupil and g.guardian_id = s.guardian
                   -- A tie that another school lives by is not this file's to end.
                   and not exists (select 1 from enrolment o where o.pupil_id = g.pupil_id and o.school_id <> :school)
                """);
        link(
                upload,
                plan.newTies(),
                numbers,
                """
                insert into guardianship (pupil_id, guardian_id, link_code)
                select distinct on (s.pupil, s.guardian) s.pupil, s.guardian, s.code
                  from jsonb_to_recordset(cast(:links as jsonb)) as s (pupil bigint, guardian bigint, code text)
                on conflict do nothing
                """);
    }

    private void link(Upload upload, List<Plan.Tie> ties, Map<String, Long> numbers, String sql) {
        var links =
                ties.stream()
                        .map(tie ->
                                new Link(
                                        numbers.get(tie.pupil()),
                                        numbers.get(tie.guardian()),
                                        tie.code()))
                        .toList();
        db.sql(sql).param("links", Json.of(links)).param("school", upload.school()).update();
    }
}
