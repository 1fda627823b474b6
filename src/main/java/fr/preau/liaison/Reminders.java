package fr.preau.liaison;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.Live;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reminders to those who may sign and have not, for children whose note is not complete: by hand,
 * and by itself on the day before the deadline.
 */
@Component
public class Reminders {
    /**
     * Who is waited for: an unsigned guardian who may sign, unless one is enough and somebody has.
     */
    private static final String AWAITED =
            """
            g.signs and g.signed_at is null
               and exists (select 1 from guardianship l
                             join person k on k.id = l.pupil_id and k.departed_at is null
                             join person r on r.id = l.guardian_id and r.departed_at is null
                            where l.pupil_id = g.pupil_id and l.guardian_id = g.guardian_id)
               and (n.rule = 'BOTH' or not exists (
                    select 1 from note_guardian o
                     where o.school_id = g.school_id and o.note_id = g.note_id and o.pupil_id = g.pupil_id and o.signed_at is not null))
            """;

    private final JdbcClient db;
    private final Notes notes;
    private final Walls walls;
    private final Live live;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Reminders(
            JdbcClient db,
            Notes notes,
            Walls walls,
            Live live,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.db = db;
        this.notes = notes;
        this.walls = walls;
        this.live = live;
        this.facts = facts;
        this.clock = clock;
    }

    private record Reminded(long schoolId, long noteId, int families) {}

    Optional<FollowPage.Reminder> lastOf(Note note) {
        return db.sql(
                        """
                        select at, by is not null as by_hand, families from note_reminder
                         where school_id = :school and note_id = :note order by at desc limit 1
                        """)
                .param("school", note.school())
                .param("note", note.id())
                .query(FollowPage.Reminder.class)
                .optional();
    }

    /** By hand; a class's teacher reminds the families of that class. The policy has allowed it. */
    void remind(Actor actor, Note note) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var families =
                notes.ask(
                                actor,
                                """
                                , late as (
                                    update note_guardian g set reminded_at = :now
                                      from note n, note_pupil p
                                     where g.school_id = :school and g.note_id = :note and n.school_id = g.school_id and n.id = g.note_id
                                       and p.school_id = g.school_id and p.note_id = g.note_id and p.pupil_id = g.pupil_id
                                       and (n.author_id = :person or n.school_id = any (:directed)
                                            or (p.school_id, p.class_id) in (select school_id, class_id from taught))
                                       and %s
                                    returning g.pupil_id
                                )
                                insert into note_reminder (school_id, note_id, at, by, families)
                                select :school, :note, :now, :person, count(distinct pupil_id) from late
                                returning families
                                """
                                        .formatted(AWAITED))
                        .param("school", note.school())
                        .param("note", note.id())
                        .param("now", Timestamp.from(now))
                        .query(Integer.class)
                        .single();
        live.changed(note.topic());
        facts.publishEvent(
                new NoteReminded(
                        note.school(), note.id(), actor.account(), actor.person(), families, now));
    }

    /**
     * Reminds, for all schools, those awaited by a note that is due tomorrow. To be run once a day
     * or more: a note reminded by itself for this deadline's eve is not reminded again. Returns the
     * number of notes.
     */
    public int remindDueTomorrow() {
        return walls.as(
                Wall.JOB,
                () -> {
                    db.sql("select pg_advisory_xact_lock(7261738)").query((row, n) -> n).single();
                    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    var reminded = remindDue(now);
                    reminded.forEach(r ->
                            facts.publishEvent(
                                    new NoteReminded(
                                            r.schoolId(),
                                            r.noteId(),
                                            null,
                                            null,
                                            r.families(),
                                            now)));
                    return reminded.size();
                });
    }

    private java.util.List<Reminded> remindDue(Instant now) {
        var today = LocalDate.now(clock);
        return db.sql(
                        """
                        with late as (
                            update note_guardian g set reminded_at = :now
                              from note n
                             where n.deadline = :tomorrow and n.school_id = g.school_id and n.id = g.note_id
                               and not exists (
                                   select 1 from note_reminder r
                                    where r.school_id = n.school_id and r.note_id = n.id and r.by is null and r.at >= :midnight)
                               and %s
                            returning g.school_id, g.note_id, g.pupil_id
                        )
                        insert into note_reminder (school_id, note_id, at, families)
                        select school_id, note_id, :now, count(distinct pupil_id) from late group by school_id, note_id
                        returning school_id, note_id, families
                        """
                                .formatted(AWAITED))
                .param("now", Timestamp.from(now))
                .param("tomorrow", today.plusDays(1))
                .param("midnight", Timestamp.from(today.atStartOfDay(clock.getZone()).toInstant()))
                .query(Reminded.class)
                .list();
    }
}
