package fr.preau.liaison;

import fr.preau.web.Actor;
import fr.preau.web.Live;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What guardians do with a note they received: seen, signed, answered. Everything asks that they
 * are still linked to the child.
 */
@Component
class Receipts {
    private final JdbcClient db;
    private final Live live;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Receipts(JdbcClient db, Live live, ApplicationEventPublisher facts, Clock clock) {
        this.db = db;
        this.live = live;
        this.facts = facts;
        this.clock = clock;
    }

    /** One line for each of the guardian's children whom the note concerns. */
    List<Receipt> of(Actor guardian, Note note) {
        return db.sql(
                        """
                        select g.pupil_id as child, k.first_name, g.signs and k.departed_at is null as signs, g.seen_at, g.signed_at, g.reply, g.replied_at,
                               coalesce(c.signers, 0) as signers, coalesce(c.signatures, 0) as signatures, coalesce(c.complete, false) as complete, (
                               select string_agg(p.first_name || ' ' || p.last_name, ' et ' order by o.signed_at)
                                 from note_guardian o
                                 join person p on p.id = o.guardian_id
                                where o.school_id = g.school_id and o.note_id = g.note_id and o.pupil_id = g.pupil_id
                                  and o.guardian_id <> g.guardian_id and o.signed_at is not null) as others, d.form as draft, k.departed_at is not null as gone, g.paper_by is not null as on_paper
                          from note_guardian g
                          join guardianship l on l.pupil_id = g.pupil_id and l.guardian_id = g.guardian_id
                          join person k on k.id = g.pupil_id
                          left join note_child c on c.school_id = g.school_id and c.note_id = g.note_id and c.pupil_id = g.pupil_id
                          left join draft d on d.account_id = :account and d.key = 'liaison-reply-' || g.note_id || '-' || g.pupil_id
                         where g.school_id = :school and g.note_id = :note and g.guardian_id = :person
                         order by k.first_name, g.pupil_id
                        """)
                .param("school", note.school())
                .param("note", note.id())
                .param("person", guardian.person())
                .param("account", guardian.account())
                .query(Receipt.class)
                .list();
    }

    /** The first opening counts; the people who follow the note are told. */
    void see(Actor guardian, Note note, List<Receipt> receipts) {
        if (receipts.stream().allMatch(receipt -> receipt.seenAt() != null)) return;
        db.sql(
                        """
                        update note_guardian set seen_at = :now
                         where school_id = :school and note_id = :note and guardian_id = :person and seen_at is null
                        """)
                .param("school", note.school())
                .param("note", note.id())
                .param("person", guardian.person())
                .param("now", Timestamp.from(now()))
                .update();
        live.changed(note.topic());
    }

    /** Signs for one child; a second time has no effect and no fact. */
    void sign(Actor guardian, Note note, long child) {
        var now = now();
        var signed =
                update(
                                "set signed_at = :now, seen_at = coalesce(seen_at, :now)",
                                "and g.signs and g.signed_at is null",
                                guardian,
                                note,
                                child,
                                now)
                        .update();
        if (signed == 0) return;
        live.changed(note.topic());
        facts.publishEvent(
                new NoteSigned(
                        note.school(),
                        note.id(),
                        child,
                        guardian.account(),
                        guardian.person(),
                        now));
    }

    /** The one answer of this guardian for this child; writing again replaces it. */
    void reply(Actor guardian, Note note, Receipt receipt, String text) {
        if (text.equals(receipt.reply())) return;
        var now = now();
        update(
                        "set reply = :reply, replied_at = :now, seen_at = coalesce(seen_at, :now)",
                        "",
                        guardian,
                        note,
                        receipt.child(),
                        now)
                .param("reply", text)
                .update();
        live.changed(note.topic());
        facts.publishEvent(
                new NoteReplied(
                        note.school(),
                        note.id(),
                        receipt.child(),
                        guardian.account(),
                        guardian.person(),
                        receipt.repliedAt() != null,
                        now));
    }

    private JdbcClient.StatementSpec update(
            String set, String when, Actor guardian, Note note, long child, Instant now) {
        return db.sql(
                        "update note_guardian g "
                                + set
                                + """
                                 from guardianship l join person k on k.id = l.pupil_id and k.departed_at is null
                                where g.school_id = :school and g.note_id = :note and g.pupil_id = :child and g.guardian_id = :person
                                  and l.pupil_id = g.pupil_id and l.guardian_id = g.guardian_id
                                """
                                + when)
                .param("school", note.school())
                .param("note", note.id())
                .param("child", child)
                .param("person", guardian.person())
                .param("now", Timestamp.from(now));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
