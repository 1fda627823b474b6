package fr.preau.liaison;

import fr.preau.web.Actor;
import fr.preau.web.Live;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests for an authorisation and what was decided, version by version, each one sealed. */
@Component
class Decisions {
    private static final String READ =
            """
            select d.id, d.pupil_id as child, k.first_name || ' ' || k.last_name as child_name, d.guardian_id as guardian, d.signer, d.choice, h.label, d.condition,
                   case when d.recorded_by is not null then coalesce(w.first_name || ' ' || w.last_name, '—') end as recorded_by,
                   d.at, d.content, d.content_hash, d.previous, d.seal
              from note_decision d
              join person k on k.id = d.pupil_id
              left join note_choice h on h.school_id = d.school_id and h.note_id = d.note_id and h.number = d.choice
              left join person w on w.id = d.recorded_by
             where d.school_id = :school and d.note_id = :note
            """;

    private final JdbcClient db;
    private final Live live;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Decisions(JdbcClient db, Live live, ApplicationEventPublisher facts, Clock clock) {
        this.db = db;
        this.live = live;
        this.facts = facts;
        this.clock = clock;
    }

    /** For whom it is decided, and in whose name. */
    record About(long child, String childName, long guardian, String signer) {
        static About of(PaperLine line) {
            return new About(line.child(), line.childName(), line.guardian(), line.name());
        }
    }

    void offer(long school, long note, List<Choice> choices) {
        for (var choice : choices)
            db.sql(
                            "insert into note_choice (school_id, note_id, number, kind, label) values (:school, :note, :number, :kind, :label)")
                    .param("school", school)
                    .param("note", note)
                    .param("number", choice.number())
                    .param("kind", choice.kind().name())
                    .param("label", choice.label())
                    .update();
    }

    List<Choice> choicesOf(Note note) {
        return db.sql(
                        "select number, kind, label from note_choice where school_id = :school and note_id = :note order by number")
                .param("school", note.school())
                .param("note", note.id())
                .query(Choice.class)
                .list();
    }

    /** Every version of this guardian for this child, the last one first. */
    List<Decision> historyOf(Note note, long child, long guardian) {
        return db.sql(
                        READ
                                + " and d.pupil_id = :child and d.guardian_id = :guardian order by d.id desc")
                .param("school", note.school())
                .param("note", note.id())
                .param("child", child)
                .param("guardian", guardian)
                .query(Decision.class)
                .list();
    }

    Optional<Decision> find(Note note, long id) {
        return db.sql(READ + " and d.id = :id")
                .param("school", note.school())
                .param("note", note.id())
                .param("id", id)
                .query(Decision.class)
                .optional();
    }

    /** The name as it is on that day: it is what the signature says. */
    About about(long child, long guardian) {
        return db.sql(
                        """
                        select k.id as child, k.first_name || ' ' || k.last_name as child_name, r.id as guardian, r.first_name || ' ' || r.last_name as signer
                          from person k, person r where k.id = :child and r.id = :guardian
                        """)
                .param("child", child)
                .param("guardian", guardian)
                .query(About.class)
                .single();
    }

    /**
     * Keeps a version: {@code choice} null takes back the one before. {@code paper}: the actor read
     * it on paper, and the line of the guardian says so already.
     */
    void keep(
            Actor actor,
            Note note,
            About about,
            @Nullable Choice choice,
            @Nullable String condition,
            boolean paper) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id =
                db.sql(
                                """
                                insert into note_decision (school_id, note_id, pupil_id, guardian_id, signer, choice, condition, recorded_by, at, content)
                                values (:school, :note, :child, :guardian, :signer, :choice, :condition, :recorder, :now, :content)
                                returning id
                                """)
                        .param("school", note.school())
                        .param("note", note.id())
                        .param("child", about.child())
                        .param("guardian", about.guardian())
                        .param("signer", about.signer())
                        .param("choice", choice == null ? null : choice.number(), Types.INTEGER)
                        .param("condition", condition, Types.VARCHAR)
                        .param("recorder", paper ? actor.person() : null, Types.BIGINT)
                        .param("now", Timestamp.from(now))
                        .param("content", content(note, about, choice, condition, paper, now))
                        .query(Long.class)
                        .single();
        if (!paper) mark(note, about, choice != null, now);
        live.changed(note.topic());
        facts.publishEvent(
                new DecisionMade(
                        note.school(),
                        note.id(),
                        about.child(),
                        id,
                        actor.account(),
                        actor.person(),
                        now));
    }

    /** An answer counts where a signature does: lists, reminders, the rule of one or both. */
    private void mark(Note note, About about, boolean decided, Instant now) {
        db.sql(
                        """
                        update note_guardian
                           set signed_at = case when :decided then cast(:now as timestamptz) end, paper_by = null, seen_at = coalesce(seen_at, :now)
                         where school_id = :school and note_id = :note and pupil_id = :child and guardian_id = :guardian
                        """)
                .param("decided", decided)
                .param("now", Timestamp.from(now))
                .param("school", note.school())
                .param("note", note.id())
                .param("child", about.child())
                .param("guardian", about.guardian())
                .update();
    }

    /** One line for each thing said, always in this order: the same words make the same seal. */
    private String content(
            Note note,
            About about,
            @Nullable Choice choice,
            @Nullable String condition,
            boolean paper,
            Instant now) {
        return String.join(
                "\n",
                "preau-authorisation 1",
                "school: " + oneLine(note.schoolName()),
                "note: " + note.id(),
                "text: sha256 " + textHash(note),
                "child: " + oneLine(about.childName()),
                "signer: " + oneLine(about.signer()),
                "choice: " + (choice == null ? "-" : choice.number() + " " + choice.label()),
                "condition: " + (condition == null ? "-" : oneLine(condition)),
                "read on paper: " + (paper ? "yes" : "no"),
                "at: " + now);
    }

    private static String oneLine(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }

    /** Of the words that were before the signer's eyes: a later correction makes another one. */
    String textHash(Note note) {
        var choices =
                choicesOf(note).stream()
                        .map(choice -> choice.number() + " " + choice.label())
                        .collect(Collectors.joining("\n"));
        var text =
                String.join(
                        "\n", note.title(), note.body(), String.valueOf(note.deadline()), choices);
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether each answer to this note still fits its words and the line before it. */
    boolean isWhole(Note note) {
        return db.sql(
                                """
                                select count(*) from note_decision d
                                  left join note_decision b on b.school_id = d.school_id and b.id = d.id - 1
                                 where d.school_id = :school and d.note_id = :note
                                   and (d.seal <> sha256(d.previous || d.content_hash)
                                        or d.content is not null and d.content_hash <> sha256(convert_to(d.content, 'UTF8'))
                                        or d.previous <> coalesce(b.seal, '\\x00'))
                                """)
                        .param("school", note.school())
                        .param("note", note.id())
                        .query(Long.class)
                        .single()
                == 0;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
