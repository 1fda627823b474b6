package fr.preau.liaison;

import fr.preau.directory.Circles;
import fr.preau.directory.Picker;
import fr.preau.web.Actor;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes as they are sent and as they exist for somebody. */
@Component
class Notes {
    /** The classes that the asking teacher has today; a replacement has hers during its dates. */
    static final String TAUGHT =
            """
            with taught as (
                select t.school_id, t.class_id from teaching t
                 where t.person_id = :person
                   and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today
            )
            """;

    private final JdbcClient db;
    private final Clock clock;

    Notes(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * The note, if it exists for this actor: a guardian still linked to a child who received it,
     * such a child, its author, the director, or a teacher who has one of its classes today.
     */
    Optional<Note> visibleTo(Actor actor, long id) {
        return ask(
                        actor,
                        """
                        select n.school_id as school, s.name as school_name, s.city, n.id, n.author_id, n.author_name as author,
                               n.title, n.body, n.category, n.rule, n.replies_open, n.deadline, n.audience, n.sent_at, n.corrected_at, coalesce(n.told_at, n.sent_at) as told_at, n.authorises, n.urgent,
                               exists (select 1 from note_voice v where v.school_id = n.school_id and v.note_id = n.id) as voiced
                          from note n
                          join structure s on s.id = n.school_id
                         where n.id = :note
                           and case :profile
                               when 'GUARDIAN' then exists (
                                    select 1 from note_guardian g
                                      join guardianship l on l.pupil_id = g.pupil_id and l.guardian_id = g.guardian_id
                                     where g.school_id = n.school_id and g.note_id = n.id and g.guardian_id = :person)
                               when 'PUPIL' then exists (
                                    select 1 from note_pupil p where p.school_id = n.school_id and p.note_id = n.id and p.pupil_id = :person)
                               when 'TEACHER' then n.author_id = :person or n.school_id = any (:directed) or exists (
                                    select 1 from note_pupil p
                                     where p.school_id = n.school_id and p.note_id = n.id
                                       and (p.school_id, p.class_id) in (select school_id, class_id from taught))
                               else false end
                        """)
                .param("note", id)
                .param("profile", actor.profile().name())
                .query(Note.class)
                .optional();
    }

    /**
     * A query that starts with {@link #TAUGHT} and may use {@code :person}, {@code :directed} and
     * {@code :today}.
     */
    JdbcClient.StatementSpec ask(Actor actor, String sql) {
        return db.sql(TAUGHT + sql)
                .param("person", actor.person())
                .param("directed", Circles.schoolsDirectedBy(actor))
                .param("today", LocalDate.now(clock));
    }

    /**
     * Writes the note, of which families are told then; its recipients follow with {@link
     * Recipients}.
     */
    long write(
            Actor author,
            NoteForm form,
            boolean authorises,
            long school,
            Picker picker,
            Instant now,
            Instant told,
            boolean urgent) {
        return db.sql(
                        """
                        insert into note (school_id, author_id, author_name, title, body, category, rule, replies_open, deadline, audience, sent_at, told_at, authorises, urgent)
                        select :school, p.id, p.first_name || ' ' || p.last_name, :title, :body, :category, :rule, :replies, :deadline, :audience, :now, :told, :authorises, :urgent
                          from person p where p.id = :author
                        returning id
                        """)
                .param("school", school)
                .param("author", author.person())
                .param("authorises", authorises)
                .param("urgent", urgent)
                .param("title", form.title())
                .param("body", form.text())
                .param("category", form.category())
                .param("rule", form.rule())
                .param("replies", form.repliesOpen())
                .param("deadline", form.deadlineDay(), Types.DATE)
                .param("audience", picker.audience())
                .param("now", Timestamp.from(now))
                .param("told", Timestamp.from(told))
                .query(Long.class)
                .single();
    }

    void openReplies(Note note, boolean open) {
        db.sql("update note set replies_open = :open where school_id = :school and id = :note")
                .param("open", open)
                .param("school", note.school())
                .param("note", note.id())
                .update();
    }
}
