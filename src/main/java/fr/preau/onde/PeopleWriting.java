package fr.preau.onde;

import fr.preau.onde.Plan.Leaver;
import fr.preau.onde.Plan.Row;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persons of an import; inside the directory's wall. Only those of ONDE are ever written. */
@Component
class PeopleWriting {

    private final JdbcClient db;
    private final Clock clock;

    PeopleWriting(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Number(String slot, long id) {}

    /** Creates and changes; answers who each line has become, and each number as itself. */
    Map<String, Long> write(Upload upload, Plan plan) {
        var written =
                plan.rows().stream()
                        .filter(row ->
                                row.action() == Action.CREATED || row.action() == Action.CHANGED)
                        .map(Row::write)
                        .filter(Objects::nonNull)
                        .toList();
        var numbers = new HashMap<String, Long>();
        for (var row : plan.rows())
            if (row.person() != null) {
                numbers.put(row.line().slot(), row.person());
                numbers.put(Plan.number(row.person()), row.person());
            }
        for (var tie : plan.newTies()) keep(numbers, tie);
        for (var tie : plan.endedTies()) keep(numbers, tie);
        merge(upload, written).forEach(number -> numbers.put(number.slot(), number.id()));
        return numbers;
    }

    private static void keep(Map<String, Long> numbers, Plan.Tie tie) {
        for (var ref : List.of(tie.pupil(), tie.guardian()))
            if (ref.startsWith("#")) numbers.put(ref, Long.valueOf(ref.substring(1)));
    }

    private List<Number> merge(Upload upload, List<Plan.Person> persons) {
        return db.sql(
                        """
                        merge into person p using (
                            select * from jsonb_to_recordset(cast(:persons as jsonb)) as s (slot text, id bigint, kind text, civility text, first_name text,
                                last_name text, birth_name text, birth_date date, ine text, email text, mobile text, phone text, work_phone text,
                                street text, postal_code text, city text, country text)
                        ) s on p.id = s.id and p.source = 'ONDE' and p.kind = s.kind
                        when matched then update set civility = s.civility, first_name = s.first_name, last_name = s.last_name, birth_name = s.birth_name,
                            birth_date = s.birth_date, ine = s.ine, email = s.email, mobile = s.mobile, phone = s.phone, work_phone = s.work_phone,
                            street = s.street, postal_code = s.postal_code, city = s.city, country = s.country, departed_at = null
                        when not matched and s.id is null then insert (academy, kind, source, civility, first_name, last_name, birth_name, birth_date, ine,
                            email, mobile, phone, work_phone, street, postal_code, city, country)
                        values (:academy, s.kind, 'ONDE', s.civility, s.first_name, s.last_name, s.birth_name, s.birth_date, s.ine,
                            s.email, s.mobile, s.phone, s.work_phone, s.street, s.postal_code, s.city, s.country)
                        returning s.slot, p.id
                        """)
                .param("persons", Json.of(persons))
                .param("academy", upload.academy())
                .query(Number.class)
                .list();
    }

    /** Those whom the files name again were gone, and are no longer. */
    void comeBack(Upload upload, Plan plan) {
        db.sql(
                        """
                        update departure set cancelled_at = :now where school_id = :school and cancelled_at is null and person_id = any (:persons)
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("school", upload.school())
                .param(
                        "persons",
                        plan.rows().stream()
                                .filter(row -> row.write() != null)
                                .map(Row::person)
                                .filter(Objects::nonNull)
                                .mapToLong(Long::longValue)
                                .toArray())
                .update();
    }

    /**
     * Nobody is deleted: they have left, and are erased after the delay of the day's retention rule
     * unless the school says no.
     */
    void leave(Upload upload, Plan plan) {
        var gone = numbers(plan, false);
        db.sql("update person set departed_at = :now where id = any (:persons) and source = 'ONDE'")
                .param("now", Timestamp.from(clock.instant()))
                .param("persons", gone)
                .update();
        db.sql(
                        """
                        insert into departure (school_id, person_id, profile, departed_at, erases_on)
                        select :school, p.id, p.kind, :now, cast(:day as date) + (
                               select days from retention_rule where category = 'DEPARTED' and from_on <= :day order by from_on desc limit 1)
                          from person p where p.id = any (:persons) and p.source = 'ONDE'
                        on conflict (school_id, person_id) do update
                           set departed_at = excluded.departed_at, erases_on = excluded.erases_on, cancelled_at = null, cancelled_by = null
                        """)
                .param("school", upload.school())
                .param("now", Timestamp.from(clock.instant()))
                .param("day", LocalDate.now(clock))
                .param("persons", gone)
                .update();
        // Another school has them too: they only leave this one.
        db.sql("delete from enrolment where school_id = :school and pupil_id = any (:persons)")
                .param("school", upload.school())
                .param("persons", numbers(plan, true))
                .update();
    }

    private static long[] numbers(Plan plan, boolean elsewhere) {
        return plan.leavers().stream()
                .filter(leaver -> leaver.elsewhere() == elsewhere)
                .mapToLong(Leaver::person)
                .toArray();
    }

    private record Effect(@Nullable Long person, String action) {}

    /** Numbers for the list that may be printed. */
    void remember(Upload upload, Plan plan, Map<String, Long> numbers) {
        var effects =
                java.util.stream.Stream.concat(
                                plan.rows().stream()
                                        .filter(row ->
                                                row.action() == Action.CREATED
                                                        || row.action() == Action.CHANGED)
                                        .map(row ->
                                                new Effect(
                                                        numbers.get(row.line().slot()),
                                                        row.action().name())),
                                plan.leavers().stream().map(l -> new Effect(l.person(), "REMOVED")))
                        .toList();
        db.sql(
                        """
                        insert into onde_effect (school_id, import_id, person_id, action)
                        select :school, :import, s.person, s.action from jsonb_to_recordset(cast(:effects as jsonb)) as s (person bigint, action text)
                         where s.person is not null on conflict do nothing
                        """)
                .param("school", upload.school())
                .param("import", upload.id())
                .param("effects", Json.of(effects))
                .update();
    }
}
