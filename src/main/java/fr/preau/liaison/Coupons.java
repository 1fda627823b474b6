package fr.preau.liaison;

import fr.preau.access.Tokens;
import fr.preau.web.Actor;
import fr.preau.web.Dates;
import fr.preau.web.Live;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Coupons on paper and what comes back signed. For the director, and for whoever has the child's
 * class today: the author of a note may be somebody else.
 */
@Component
class Coupons {
    private static final int BITS = 144;
    private static final int SUMMER = 8;

    /** Of a line of {@code note_pupil p}. */
    private static final String IN_HAND =
            "(p.school_id = any (:directed) or (p.school_id, p.class_id) in (select school_id, class_id from taught))";

    private final JdbcClient db;
    private final Notes notes;
    private final Live live;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Coupons(JdbcClient db, Notes notes, Live live, ApplicationEventPublisher facts, Clock clock) {
        this.db = db;
        this.notes = notes;
        this.live = live;
        this.facts = facts;
        this.clock = clock;
    }

    /** A coupon that exists for this actor. */
    record Coupon(
            long note,
            long child,
            long guardian,
            Instant printedAt,
            LocalDate expiresOn,
            @Nullable Instant endedAt) {}

    /** Guardians who may sign for children of the actor. */
    List<PaperLine> linesOf(Actor actor, Note note) {
        return notes.ask(
                        actor,
                        """
                        select g.pupil_id as child, k.first_name || ' ' || k.last_name as child_name, k.first_name, s.label as class_label,
                               g.guardian_id as guardian, r.first_name || ' ' || r.last_name as name, c.reached, a.first_sign_in_at is not null as active,
                               g.signed_at is null and not c.complete as awaited, (
                               select max(o.printed_at) from note_coupon o
                                where o.school_id = g.school_id and o.note_id = g.note_id and o.pupil_id = g.pupil_id and o.guardian_id = g.guardian_id and o.ended_at is null) as handed_at,
                               g.signed_at, case when g.paper_by is not null then coalesce(w.first_name || ' ' || w.last_name, '—') end as noted_by
                          from note_pupil p
                          join note_child c on c.school_id = p.school_id and c.note_id = p.note_id and c.pupil_id = p.pupil_id
                          join note_guardian g on g.school_id = p.school_id and g.note_id = p.note_id and g.pupil_id = p.pupil_id and g.signs
                          join guardianship l on l.pupil_id = g.pupil_id and l.guardian_id = g.guardian_id
                          join person k on k.id = g.pupil_id and k.departed_at is null
                          join person r on r.id = g.guardian_id and r.departed_at is null
                          left join person w on w.id = g.paper_by
                          left join school_class s on s.school_id = p.school_id and s.id = p.class_id
                          left join account_person ap on ap.person_id = g.guardian_id
                          left join account a on a.id = ap.account_id
                         where p.school_id = :school and p.note_id = :note and %s
                         order by s.label, k.last_name, k.first_name, k.id, r.last_name, r.first_name
                        """
                                .formatted(IN_HAND))
                .param("school", note.school())
                .param("note", note.id())
                .query(PaperLine.class)
                .list();
    }

    /** The secret of each coupon, which is nowhere else than on its paper. */
    Map<PaperLine, String> print(Actor actor, Note note, List<PaperLine> lines) {
        var now = now();
        var secrets = new LinkedHashMap<PaperLine, String>();
        lines.forEach(line -> secrets.put(line, Tokens.make(BITS)));
        db.sql(
                        """
                        insert into note_coupon (school_id, note_id, pupil_id, guardian_id, token_hash, printed_at, printed_by, expires_on)
                        select :school, :note, c.pupil, c.guardian, decode(c.hash, 'hex'), :now, :person, :last
                          from unnest(cast(:pupils as bigint[]), cast(:guardians as bigint[]), cast(:hashes as text[])) as c (pupil, guardian, hash)
                        """)
                .param("school", note.school())
                .param("note", note.id())
                .param("pupils", lines.stream().mapToLong(PaperLine::child).toArray())
                .param("guardians", lines.stream().mapToLong(PaperLine::guardian).toArray())
                .param(
                        "hashes",
                        secrets.values().stream()
                                .map(secret ->
                                        java.util.HexFormat.of().formatHex(Tokens.hash(secret)))
                                .toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .param("person", actor.person())
                .param("last", lastDayOf(note))
                .update();
        facts.publishEvent(
                new CouponsPrinted(
                        note.school(),
                        note.id(),
                        actor.account(),
                        actor.person(),
                        lines.size(),
                        now));
        return secrets;
    }

    /** A school year ends with August. */
    private static LocalDate lastDayOf(Note note) {
        var sent = LocalDate.ofInstant(note.sentAt(), Dates.SCHOOL_TIME);
        return LocalDate.of(sent.getYear() + (sent.getMonthValue() >= SUMMER ? 1 : 0), SUMMER, 31);
    }

    Optional<Coupon> find(Actor actor, String secret) {
        return notes.ask(
                        actor,
                        """
                        select c.note_id as note, c.pupil_id as child, c.guardian_id as guardian, c.printed_at, c.expires_on, c.ended_at
                          from note_coupon c
                          join note_pupil p on p.school_id = c.school_id and p.note_id = c.note_id and p.pupil_id = c.pupil_id
                         where c.token_hash = :hash and %s
                        """
                                .formatted(IN_HAND))
                .param("hash", Tokens.hash(secret))
                .query(Coupon.class)
                .optional();
    }

    /** Notes a signature read on paper; false when it has been given in the meantime. */
    boolean sign(Actor actor, Note note, PaperLine line) {
        var now = now();
        var signed =
                at(
                                "update note_guardian set signed_at = :now, paper_by = :person",
                                "signs and signed_at is null",
                                note,
                                line)
                        .param("now", Timestamp.from(now))
                        .param("person", actor.person())
                        .update();
        if (signed == 0) return false;
        live.changed(note.topic());
        facts.publishEvent(
                new SignedOnPaper(
                        note.school(),
                        note.id(),
                        line.child(),
                        line.guardian(),
                        actor.account(),
                        actor.person(),
                        now));
        return true;
    }

    /** Only what was noted from paper: nobody takes back what a guardian signed here. */
    boolean unsign(Actor actor, Note note, PaperLine line) {
        var undone =
                at(
                                "update note_guardian set signed_at = null, paper_by = null",
                                "paper_by is not null",
                                note,
                                line)
                        .update();
        if (undone == 0) return false;
        live.changed(note.topic());
        facts.publishEvent(
                new PaperSignatureUndone(
                        note.school(),
                        note.id(),
                        line.child(),
                        line.guardian(),
                        actor.account(),
                        actor.person(),
                        now()));
        return true;
    }

    private JdbcClient.StatementSpec at(String set, String when, Note note, PaperLine line) {
        return db.sql(
                        set
                                + " where school_id = :school and note_id = :note and pupil_id = :child and guardian_id = :guardian and "
                                + when)
                .param("school", note.school())
                .param("note", note.id())
                .param("child", line.child())
                .param("guardian", line.guardian());
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
