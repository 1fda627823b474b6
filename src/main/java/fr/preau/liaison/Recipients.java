package fr.preau.liaison;

import fr.preau.directory.Picker;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * To whom a note was addressed, and who that was on the day: fixed at sending, one statement each,
 * whatever the size of the school.
 */
@Component
class Recipients {
    private final JdbcClient db;
    private final Clock clock;

    Recipients(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Returns how many children the note concerns. */
    int fix(long school, long note, Picker picker) {
        address(school, note, picker);
        var children = fixPupils(school, note);
        fixGuardians(school, note);
        return children;
    }

    private void address(long school, long note, Picker picker) {
        db.sql(
                        """
                        insert into note_addressee (school_id, note_id, circle_id, person_id)
                        select :school, :note, c, null from unnest(:circles) c
                        union all
                        select :school, :note, null, p from unnest(:pupils) p
                        """)
                .param("school", school)
                .param("note", note)
                .param(
                        "circles",
                        picker.chosenCircles().stream().mapToLong(Picker.Circle::id).toArray())
                .param(
                        "pupils",
                        picker.chosenFamilies().stream().mapToLong(Picker.Family::pupil).toArray())
                .update();
    }

    private int fixPupils(long school, long note) {
        return db.sql(
                        """
                        insert into note_pupil (school_id, note_id, pupil_id, class_id)
                        select e.school_id, :note, e.pupil_id, (
                               select min(i.class_id) from class_enrolment i
                                 join school_class k on k.school_id = i.school_id and k.id = i.class_id and k.kind = 'CLASS'
                                where i.school_id = e.school_id and i.pupil_id = e.pupil_id)
                          from enrolment e
                          join person p on p.id = e.pupil_id and p.departed_at is null
                         where e.school_id = :school
                           and exists (
                               select 1 from note_addressee a
                                 left join circle c on c.school_id = a.school_id and c.id = a.circle_id
                                where a.school_id = :school and a.note_id = :note
                                  and (a.person_id = e.pupil_id
                                       or c.kind = 'SCHOOL_FAMILIES'
                                       or c.kind = 'CLASS_FAMILIES' and exists (
                                          select 1 from class_enrolment i
                                           where i.school_id = c.school_id and i.class_id = c.class_id and i.pupil_id = e.pupil_id)))
                        """)
                .param("school", school)
                .param("note", note)
                .update();
    }

    /** Every guardian reads; those whose link has a code that signs today also sign. */
    private void fixGuardians(long school, long note) {
        db.sql(
                        """
                        insert into note_guardian (school_id, note_id, pupil_id, guardian_id, signs)
                        select np.school_id, np.note_id, np.pupil_id, g.guardian_id, coalesce((
                               select c.signs from link_code c
                                where c.code = g.link_code and c.from_on <= :today order by c.from_on desc limit 1), false)
                          from note_pupil np
                          join guardianship g on g.pupil_id = np.pupil_id
                          join person p on p.id = g.guardian_id and p.departed_at is null
                         where np.school_id = :school and np.note_id = :note
                        """)
                .param("school", school)
                .param("note", note)
                .param("today", LocalDate.now(clock))
                .update();
    }
}
