package fr.preau.schoolyear;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The plan of a rehearsal, read and changed; one statement each. */
@Component
class Plans {
    private final JdbcClient db;
    private final Clock clock;
    private volatile List<Plan.Level> levels = List.of();

    Plans(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Plan of(Change change) {
        return new Plan(classes(change), pupils(change));
    }

    private List<Plan.PlannedClass> classes(Change change) {
        return ask(
                        change,
                        """
                        select y.id, y.kind, y.label, array_to_string(y.levels, '-') as codes,
                               coalesce((select string_agg(l.label, '-' order by l.position) from school_level l where l.code = any (y.levels)), '') as levels,
                               coalesce((select string_agg(p.first_name || ' ' || p.last_name, ' et ' order by p.last_name, p.first_name)
                                           from year_teacher t join person p on p.id = t.person_id and p.departed_at is null
                                          where t.school_id = y.school_id and t.class_id = y.id), '') as teachers,
                               y.kept, y.from_class_id is null as fresh
                          from year_class y
                         where y.school_id = :school and y.change_id = :change
                         order by (select min(l.position) from school_level l where l.code = any (y.levels)), plain(y.label), y.id
                        """)
                .query(Plan.PlannedClass.class)
                .list();
    }

    private List<Plan.PlannedPupil> pupils(Change change) {
        return ask(
                        change,
                        """
                        select s.pupil_id as id, p.first_name, p.last_name,
                               coalesce((select string_agg(c.label, ', ' order by c.label) from class_enrolment e
                                           join school_class c on c.school_id = e.school_id and c.id = e.class_id and c.kind = 'CLASS' and c.ended_at is null
                                          where e.school_id = s.school_id and e.pupil_id = s.pupil_id), '') as from_class,
                               coalesce(old.label, '') as from_level, coalesce(new.label, '') as to_level, s.level, s.class_id, s.leaves
                          from year_seat s
                          join person p on p.id = s.pupil_id and p.departed_at is null
                          join enrolment n on n.school_id = s.school_id and n.pupil_id = s.pupil_id
                          left join school_level old on old.code = n.level
                          left join school_level new on new.code = s.level
                         where s.school_id = :school and s.change_id = :change
                         order by plain(p.last_name), plain(p.first_name), p.id
                        """)
                .query(Plan.PlannedPupil.class)
                .list();
    }

    /** What applying would do now. */
    Plan.Numbers numbers(Change change) {
        return ask(
                        change,
                        """
                        select (select count(*) from school_class c where c.school_id = :school and c.ended_at is null and c.kind = 'CLASS') as archived,
                               (select count(*) from year_class y where y.school_id = :school and y.change_id = :change and y.kind = 'CLASS') as made,
                               count(s.class_id) as moved, count(*) filter (where s.leaves) as leaving,
                               count(*) filter (where not s.leaves and s.class_id is null) as unplaced,
                               (select count(*) from year_class y where y.school_id = :school and y.change_id = :change and y.kind = 'GROUP' and not y.kept) as closing,
                               (select r.undo_days from year_rule r where r.from_on <= :today order by r.from_on desc limit 1) as undo_days
                          from year_seat s join person p on p.id = s.pupil_id and p.departed_at is null
                         where s.school_id = :school and s.change_id = :change
                        """)
                .param("today", Date.valueOf(LocalDate.now(clock)))
                .query(Plan.Numbers.class)
                .single();
    }

    /** National codes: read once. */
    List<Plan.Level> levels() {
        if (levels.isEmpty())
            levels =
                    db.sql("select code, label from school_level order by position")
                            .query(Plan.Level.class)
                            .list();
        return levels;
    }

    /** The school of a class that is being planned; behind the wall of whoever asks. */
    Optional<Long> schoolOf(long planned) {
        return db.sql(
                        """
                        select y.school_id from year_class y join year_change c on c.school_id = y.school_id and c.id = y.change_id
                         where y.id = :class and c.state = 'REHEARSAL'
                        """)
                .param("class", planned)
                .query(Long.class)
                .optional();
    }

    /** The teachers of the school, and whether they are in charge of this class (0: a new one). */
    List<Plan.Teacher> teachers(long school, long planned) {
        return db.sql(
                        """
                        select p.id, p.first_name || ' ' || p.last_name as name,
                               exists (select 1 from year_teacher t where t.school_id = a.school_id and t.class_id = :planned and t.person_id = p.id) as chosen
                          from affiliation a join person p on p.id = a.person_id and p.departed_at is null
                         where a.school_id = :school and a.profile = 'TEACHER'
                         order by plain(p.last_name), plain(p.first_name), p.id
                        """)
                .param("school", school)
                .param("planned", planned)
                .query(Plan.Teacher.class)
                .list();
    }

    /** Null leaves the place or the level as it is; {@code leaves} wins over a class. */
    int move(Change change, Collection<Long> pupils, Place place, @Nullable String level) {
        return ask(
                        change,
                        """
                        update year_seat set class_id = case when :placed then cast(:class as bigint) else class_id end,
                               leaves = case when :placed then :leaves else leaves end, level = coalesce(:level, level)
                         where school_id = :school and change_id = :change and pupil_id = any (:pupils)
                        """)
                .param("placed", place.chosen())
                .param("class", place.classId())
                .param("leaves", place.leaves())
                .param("level", level, java.sql.Types.VARCHAR)
                .param("pupils", pupils.toArray(Long[]::new))
                .update();
    }

    /** Where checked pupils go. */
    record Place(boolean chosen, @Nullable Long classId, boolean leaves) {
        static final Place SAME = new Place(false, null, false);
    }

    long add(Change change, ClassForm form) {
        return ask(
                        change,
                        """
                        insert into year_class (school_id, change_id, kind, label, levels) values (:school, :change, 'CLASS', :label, :levels) returning id
                        """)
                .param("label", form.label())
                .param("levels", form.levels().toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    void rename(Change change, long planned, ClassForm form) {
        ask(
                        change,
                        """
                        update year_class set label = :label, levels = :levels
                         where school_id = :school and change_id = :change and id = :class and kind = 'CLASS'
                        """)
                .param("class", planned)
                .param("label", form.label())
                .param("levels", form.levels().toArray(String[]::new))
                .update();
    }

    /** Only teachers of the school, whatever the form brings. */
    void entrust(Change change, long planned, ClassForm form) {
        ask(
                        change,
                        """
                        with gone as (
                            delete from year_teacher t using year_class y
                             where y.school_id = :school and y.change_id = :change and y.id = :class and t.school_id = y.school_id and t.class_id = y.id
                               and t.person_id <> all (:teachers)
                        )
                        insert into year_teacher (school_id, class_id, person_id)
                        select y.school_id, y.id, a.person_id from year_class y
                          join affiliation a on a.school_id = y.school_id and a.profile = 'TEACHER' and a.person_id = any (:teachers)
                         where y.school_id = :school and y.change_id = :change and y.id = :class
                        on conflict do nothing
                        """)
                .param("class", planned)
                .param("teachers", form.teacherIds())
                .update();
    }

    /** Its pupils wait for a place again. */
    void remove(Change change, long planned) {
        ask(
                        change,
                        "delete from year_class where school_id = :school and change_id = :change and id = :class and kind = 'CLASS'")
                .param("class", planned)
                .update();
    }

    int keep(Change change, long group, boolean kept) {
        return ask(
                        change,
                        """
                        update year_class set kept = :kept where school_id = :school and change_id = :change and id = :class and kind = 'GROUP'
                        """)
                .param("class", group)
                .param("kept", kept)
                .update();
    }

    private JdbcClient.StatementSpec ask(Change change, String sql) {
        return db.sql(sql).param("school", change.school()).param("change", change.id());
    }
}
