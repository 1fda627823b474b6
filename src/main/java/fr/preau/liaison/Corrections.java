package fr.preau.liaison;

import fr.preau.web.Actor;
import fr.preau.web.Live;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Words corrected after sending. The earlier ones stay readable: families may have acted on them.
 */
@Component
class Corrections {
    private final JdbcClient db;
    private final Live live;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Corrections(JdbcClient db, Live live, ApplicationEventPublisher facts, Clock clock) {
        this.db = db;
        this.live = live;
        this.facts = facts;
        this.clock = clock;
    }

    /** The earlier versions, the last one first; none is asked for when there is none. */
    List<Earlier> of(Note note) {
        if (note.correctedAt() == null) return List.of();
        return db.sql(
                        "select id, title, body, deadline, corrected_at from note_correction where school_id = :school and note_id = :note order by id desc")
                .param("school", note.school())
                .param("note", note.id())
                .query(Earlier.class)
                .list();
    }

    void correct(Actor actor, Note note, NoteForm form, boolean again) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var correction = keepEarlier(actor, note, now);
        change(note, form, now);
        var takenBack = again ? takeBackSignatures(note) : 0;
        live.changed(note.topic());
        facts.publishEvent(
                new NoteCorrected(
                        note.school(),
                        note.id(),
                        correction,
                        actor.account(),
                        actor.person(),
                        again,
                        takenBack));
    }

    private long keepEarlier(Actor actor, Note note, Instant now) {
        return db.sql(
                        """
                        insert into note_correction (school_id, note_id, title, body, deadline, corrected_at, corrected_by)
                        select school_id, id, title, body, deadline, :now, :person from note where school_id = :school and id = :note
                        returning id
                        """)
                .param("now", Timestamp.from(now))
                .param("person", actor.person())
                .param("school", note.school())
                .param("note", note.id())
                .query(Long.class)
                .single();
    }

    private void change(Note note, NoteForm form, Instant now) {
        db.sql(
                        """
                        update note set title = :title, body = :body, deadline = :deadline, corrected_at = :now
                         where school_id = :school and id = :note
                        """)
                .param("title", form.title())
                .param("body", form.text())
                .param("deadline", form.deadlineDay(), Types.DATE)
                .param("now", Timestamp.from(now))
                .param("school", note.school())
                .param("note", note.id())
                .update();
    }

    /**
     * Each signature was a fact, and so stays in the journal. The coupons printed before are worth
     * nothing more.
     */
    private int takeBackSignatures(Note note) {
        db.sql(
                        "update note_coupon set ended_at = :now where school_id = :school and note_id = :note and ended_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("school", note.school())
                .param("note", note.id())
                .update();
        return db.sql(
                        "update note_guardian set signed_at = null, paper_by = null where school_id = :school and note_id = :note and signed_at is not null")
                .param("school", note.school())
                .param("note", note.id())
                .update();
    }
}
