package fr.preau.notifications;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.familynotes.FamilyNoteAnswered;
import fr.preau.familynotes.FamilyNoteSent;
import fr.preau.quiet.QuietHours;
import fr.preau.web.Fact;
import fr.preau.web.Live;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Those who have the class today are told of a family's note, unless they have paused it; the
 * direction when it is for them; the family, of the answer.
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
                      and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today
                   union
                   select r.person_id from role r
                    where f.to_direction and r.structure_id = f.school_id and r.kind = 'DIRECTOR'
                      and coalesce(r.starts_on, :today) <= :today and coalesce(r.ends_on, :today) >= :today) x
             where f.school_id = :school and f.id = :note
            """;

    private static final String AUTHOR =
            """
            select f.school_id, f.guardian_id, 'FAMILY_ANSWER', f.id, f.pupil_id, :fact, :now::timestamptz, :opens::timestamptz
              from family_note f where f.school_id = :school and f.id = :note
            """;

    private final JdbcClient db;
    private final Walls walls;
    private final QuietHours quiet;
    private final Live live;
    private final Clock clock;

    FamilyNoteListeners(JdbcClient db, Walls walls, QuietHours quiet, Live live, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.quiet = quiet;
        this.live = live;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(FamilyNoteSent sent) {
        tell(sent, READERS, sent.school(), sent.note());
    }

    @ApplicationModuleListener
    void on(FamilyNoteAnswered answered) {
        settle(answered);
        tell(answered, AUTHOR, answered.school(), answered.note());
    }

    /**
     * What one of those who have the class has answered waits for none of them; who comes for a
     * child is for each to know.
     */
    private void settle(FamilyNoteAnswered answered) {
        walls.as(
                Wall.JOB,
                () ->
                        live.ring(
                                db.sql(
                                                """
                                                with settled as (
                                                    update notification set read_at = :now
                                                     where school_id = :school and subject_id = :note and read_at is null
                                                       and (kind = 'FAMILY_NOTE' or kind = 'FAMILY_PICK_UP' and person_id = :person) returning person_id)
                                                select distinct person_id from settled
                                                """)
                                        .param("school", answered.school())
                                        .param("note", answered.note())
                                        .param("person", answered.person())
                                        .param("now", Timestamp.from(clock.instant()))
                                        .query(Long.class)
                                        .list()));
    }

    private void tell(Fact fact, String whom, long school, long note) {
        var now = clock.instant();
        var opens = quiet.opensAt(school, now);
        walls.as(
                Wall.JOB,
                () ->
                        live.ring(
                                db.sql(Listeners.INTO + whom + Listeners.ONCE)
                                        .param("school", school)
                                        .param("note", note)
                                        .param("fact", fact.identity())
                                        .param("today", LocalDate.now(clock))
                                        .param("now", Timestamp.from(now))
                                        .param("opens", Timestamp.from(opens))
                                        .query(Long.class)
                                        .list()));
    }
}
