package fr.preau.familynotes;

import fr.preau.directory.Circles;
import fr.preau.web.Actor;
import fr.preau.web.Dates;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Notes from families. The table's wall shows them to their author, to those who have or had the
 * class and to the direction when it is for them; the questions here add who has it today.
 */
@Component
class FamilyNotes {
    private static final String ONE =
            """
            select f.school_id as school, s.name as school_name, s.phone, f.id, f.kind, f.pupil_id as child, k.first_name, k.last_name,
                   g.first_name || ' ' || g.last_name as guardian, c.label as class_label,
                   case when f.recalled_at is null or f.guardian_id = :person then f.body else '' end as body,
                   case when f.recalled_at is null or f.guardian_id = :person then f.leaves_with end as leaves_with, f.leaves_on, f.leaves_at,
                   f.to_direction, f.paused, f.sent_at, f.recalled_at, f.answer, f.answer_words, f.answerer, f.answered_at
              from family_note f
              join structure s on s.id = f.school_id
              join person k on k.id = f.pupil_id
              join person g on g.id = f.guardian_id
              left join school_class c on c.school_id = f.school_id and c.id = f.class_id
            """;

    /** Still the child's guardian. */
    private static final String OWN =
            " join guardianship l on l.pupil_id = f.pupil_id and l.guardian_id = f.guardian_id where f.guardian_id = :person and ";

    private static final String FOR_SCHOOL =
            """
             where ((f.school_id, f.class_id) in (
                     select t.school_id, t.class_id from teaching t
                      where t.person_id = :person and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today)
                 or f.to_direction and f.school_id = any (:directed)) and
            """;

    /**
     * The order of those that wait: children who leave another way today or later, the soonest
     * first; then the rest, the oldest first.
     */
    private static final String TURN =
            """
            case when f.kind = 'PICK_UP' and f.leaves_on >= :today then f.leaves_on + coalesce(f.leaves_at, time '23:59') else timestamp 'infinity' end, f.id
            """;

    /**
     * It waits for an answer: what was taken back and who comes for a child on a day that is past
     * wait for none.
     */
    private static final String WAITS =
            "(f.answered_at is null and f.recalled_at is null and (f.kind <> 'PICK_UP' or f.leaves_on >= :today))";

    /** After this note in that order; 0 from the start. */
    private static final String AFTER =
            WAITS
                    + " and (:after = 0 or ("
                    + TURN
                    + ") > (select "
                    + TURN
                    + " from family_note f where f.id = :after)) ";

    private static final String BEFORE = "(:before = 0 or f.id < :before) ";

    private final JdbcClient db;
    private final Clock clock;

    FamilyNotes(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The number of the note. */
    long write(Actor guardian, Child child, FamilyNoteForm form) {
        var kind = form.chosen();
        return db.sql(
                        """
                        insert into family_note (school_id, class_id, pupil_id, guardian_id, kind, body, leaves_with, leaves_on, leaves_at, to_direction, paused, sent_at)
                        values (:school, :class, :pupil, :guardian, :kind, :body, :who, :on, :at, :direction, :paused, :now) returning id
                        """)
                .param("school", child.school())
                .param("class", child.schoolClass(), Types.BIGINT)
                .param("pupil", child.id())
                .param("guardian", guardian.person())
                .param("kind", kind.name())
                .param("body", form.text())
                .param("who", form.leavesWith(), Types.VARCHAR)
                .param("on", form.leavesOn(), Types.DATE)
                .param("at", form.leavesAt(), Types.TIME)
                .param("direction", FamilyNotePolicy.goesToDirection(child, kind))
                .param("paused", FamilyNotePolicy.isHeldBack(child))
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** The latest first; {@code before}: only those before this number, 0 from the start. */
    List<FamilyNote> sentBy(Actor guardian, long before, int most) {
        return db.sql(ONE + OWN + BEFORE + "order by f.id desc limit :most")
                .param("person", guardian.person())
                .param("before", before)
                .param("most", most)
                .query(FamilyNote.class)
                .list();
    }

    Optional<FamilyNote> sentBy(Actor guardian, long note) {
        return db.sql(ONE + OWN + "f.id = :note")
                .param("person", guardian.person())
                .param("note", note)
                .query(FamilyNote.class)
                .optional();
    }

    /** Those that wait: pick-ups to come first, then the oldest; {@code after} this number. */
    List<FamilyNote> waitingFor(Actor actor, long after, int most) {
        return school(actor, ONE, AFTER + "order by " + TURN + " limit :most")
                .param("after", after)
                .param("most", most)
                .query(FamilyNote.class)
                .list();
    }

    /** Answered, taken back, or over. */
    List<FamilyNote> doneFor(Actor actor, long before, int most) {
        return school(
                        actor,
                        ONE,
                        "not " + WAITS + " and " + BEFORE + "order by f.id desc limit :most")
                .param("before", before)
                .param("most", most)
                .query(FamilyNote.class)
                .list();
    }

    Optional<FamilyNote> forSchool(Actor actor, long note) {
        return school(actor, ONE, "f.id = :note")
                .param("note", note)
                .query(FamilyNote.class)
                .optional();
    }

    int countWaiting(Actor actor, long after) {
        return school(actor, "select count(*) from family_note f", AFTER)
                .param("after", after)
                .query(Integer.class)
                .single();
    }

    /** What this guardian has sent for this child, beside the most that may be. */
    FamilyNotePolicy.Sent sentFor(Actor guardian, long child) {
        return db.sql(
                        """
                        select count(*) filter (where %s) as waiting,
                               count(*) filter (where f.kind = 'PICK_UP' and f.sent_at >= :morning) as pick_ups,
                               (select most from family_note_rule where rule = 'UNANSWERED' and from_on <= :today order by from_on desc limit 1) as most_waiting,
                               (select most from family_note_rule where rule = 'PICK_UPS_A_DAY' and from_on <= :today order by from_on desc limit 1) as most_pick_ups
                          from family_note f where f.guardian_id = :person and f.pupil_id = :child
                        """
                                .formatted(WAITS))
                .param("person", guardian.person())
                .param("child", child)
                .param("today", LocalDate.now(clock))
                .param(
                        "morning",
                        Timestamp.from(
                                LocalDate.now(clock).atStartOfDay(Dates.SCHOOL_TIME).toInstant()))
                .query(FamilyNotePolicy.Sent.class)
                .single();
    }

    private StatementSpec school(Actor actor, String select, String which) {
        return db.sql(select + FOR_SCHOOL + which)
                .param("person", actor.person())
                .param("directed", Circles.schoolsDirectedBy(actor))
                .param("today", LocalDate.now(clock));
    }

    /** Whether nobody had answered. */
    boolean recall(FamilyNote note) {
        return db.sql(
                                """
                                update family_note set recalled_at = :now
                                 where school_id = :school and id = :note and answered_at is null and recalled_at is null
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("school", note.school())
                        .param("note", note.id())
                        .update()
                > 0;
    }

    /** The last answer counts; false when it was taken back meanwhile. */
    boolean answer(Actor actor, FamilyNote note, Answer answer, String words, Timestamp at) {
        return db.sql(
                                """
                                update family_note f set answer = :answer, answer_words = :words, answered_by = p.id,
                                       answerer = p.first_name || ' ' || p.last_name, answered_at = :at
                                  from person p where p.id = :person and f.school_id = :school and f.id = :note and f.recalled_at is null
                                """)
                        .param("answer", answer.name())
                        .param("words", words.isBlank() ? null : words, Types.VARCHAR)
                        .param("at", at)
                        .param("person", actor.person())
                        .param("school", note.school())
                        .param("note", note.id())
                        .update()
                > 0;
    }
}
