package fr.preau.notifications;

import fr.preau.familynotes.FamilyNoteAnswered;
import fr.preau.familynotes.FamilyNoteRecalled;
import fr.preau.familynotes.FamilyNoteSent;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Those who have the class today are told of a family's note, unless they have paused it; the
 * direction when it is for them; the family, of the answer. What the family takes back rings no
 * more; of a pick-up that has rung already, the same people are told that it is off, if that is in
 * time.
 */
@Component
class FamilyNoteListeners {
    private static final String READERS =
            """
            select f.school_id, x.person_id, case f.kind when 'PICK_UP' then 'FAMILY_PICK_UP' else 'FAMILY_NOTE' end, f.id, f.pupil_id,
                   :fact, :now::timestamptz, :opens::timestamptz
              from family_note f cross join lateral (
                   select t.person_id from teaching t
                    where not f.paused and t.school_id = f.school_id and t.class_id = f.class_id
                      and not exists (select from closed_to('liaison', 'TEACHER', t.school_id, t.person_id, null))
                      and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today
                   union
                   select r.person_id from role r
                    where f.to_direction and r.structure_id = f.school_id and r.kind = 'DIRECTOR'
                      and coalesce(r.starts_on, :today) <= :today and coalesce(r.ends_on, :today) >= :today) x
             where f.school_id = :school and f.id = :note and f.recalled_at is null
            """;

    private static final String AUTHOR =
            """
            select f.school_id, f.guardian_id, 'FAMILY_ANSWER', f.id, f.pupil_id, :fact, :now::timestamptz, :opens::timestamptz
              from family_note f where f.school_id = :school and f.id = :note
               and not exists (select from closed_to('liaison', 'GUARDIAN', f.school_id, f.guardian_id, f.pupil_id))
            """;

    /**
     * Who comes for a child is read on the home of the class too, without the bell: whoever it has
     * rung for may expect them.
     */
    private static final String WHO_MAY_EXPECT =
            """
            select n.school_id, n.person_id, 'FAMILY_PICK_UP_RECALLED', n.subject_id, n.pupil_id, :fact, :now::timestamptz, :opens::timestamptz
              from notification n join family_note f on f.school_id = n.school_id and f.id = n.subject_id and f.leaves_on >= (:opens::timestamptz at time zone 'Europe/Paris')::date
             where n.school_id = :school and n.subject_id = :note and n.kind = 'FAMILY_PICK_UP' and n.deliver_at <= :now
            """;

    private final TellPeople tell;

    FamilyNoteListeners(TellPeople tell) {
        this.tell = tell;
    }

    @ApplicationModuleListener
    void on(FamilyNoteSent sent) {
        tell.of(sent, sent.school(), READERS, Map.of("note", sent.note()));
    }

    @ApplicationModuleListener
    void on(FamilyNoteAnswered answered) {
        settle(answered);
        tell.of(answered, answered.school(), AUTHOR, Map.of("note", answered.note()));
    }

    /** Nobody opens what is no longer to be read: it leaves the bell, and letters that wait. */
    @ApplicationModuleListener
    void on(FamilyNoteRecalled recalled) {
        tell.of(recalled, recalled.school(), WHO_MAY_EXPECT, Map.of("note", recalled.note()));
        tell.over(
                """
                with gone as (
                    update notification set read_at = :now, hidden_at = :now
                     where school_id = :school and subject_id = :note and read_at is null
                       and kind in ('FAMILY_NOTE', 'FAMILY_PICK_UP') returning person_id)
                select distinct person_id from gone
                """,
                Map.of("school", recalled.school(), "note", recalled.note()));
    }

    /**
     * What one of those who have the class has answered waits for none of them; who comes for a
     * child is for each to know.
     */
    private void settle(FamilyNoteAnswered answered) {
        tell.over(
                """
                with settled as (
                    update notification set read_at = :now
                     where school_id = :school and subject_id = :note and read_at is null
                       and (kind = 'FAMILY_NOTE' or kind = 'FAMILY_PICK_UP' and person_id = :person) returning person_id)
                select distinct person_id from settled
                """,
                Map.of(
                        "school", answered.school(),
                        "note", answered.note(),
                        "person", answered.person()));
    }
}
