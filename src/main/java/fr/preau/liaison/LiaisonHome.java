package fr.preau.liaison;

import fr.preau.web.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the home page says of notes: one statement each, and never more than a handful of lines. */
@Component
public final class LiaisonHome {
    private static final int LINES = 20;

    private final JdbcClient db;
    private final Notes notes;

    LiaisonHome(JdbcClient db, Notes notes) {
        this.db = db;
        this.notes = notes;
    }

    /**
     * A note that waits for this guardian's signature for one child. Signing: POST
     * /liaison/{note}/signature with child and back=/; a request is answered at
     * /liaison/{note}/decision/{child} instead.
     */
    public record ToSign(
            long note,
            String title,
            String schoolName,
            String author,
            long child,
            String firstName,
            @Nullable LocalDate deadline,
            Instant sentAt,
            boolean seen,
            boolean authorises,
            boolean urgent) {}

    /** A note that is not complete yet, counted over the children whom this person follows. */
    public record InProgress(
            long note,
            String title,
            String audience,
            int children,
            int complete,
            int unreached,
            @Nullable LocalDate deadline,
            Instant sentAt) {}

    /** A recent note about this child. */
    public record ForPupil(
            long note,
            String title,
            String schoolName,
            String author,
            Category category,
            Instant sentAt) {}

    /** What is urgent, then the nearest deadline, then the newest. */
    public List<ToSign> toSign(Actor guardian) {
        return db.sql(
                        """
                        select n.id as note, n.title, s.name as school_name, n.author_name as author,
                               g.pupil_id as child, k.first_name, n.deadline, n.sent_at, g.seen_at is not null as seen, n.authorises, n.urgent
                          from note_guardian g
                          join guardianship l on l.pupil_id = g.pupil_id and l.guardian_id = g.guardian_id
                          join note n on n.school_id = g.school_id and n.id = g.note_id
                          join structure s on s.id = n.school_id
                          join person k on k.id = g.pupil_id and k.departed_at is null
                         where g.guardian_id = :person and g.signs and g.signed_at is null
                           and (n.rule = 'BOTH' or not exists (
                               select 1 from note_guardian o
                                where o.school_id = g.school_id and o.note_id = g.note_id and o.pupil_id = g.pupil_id and o.signed_at is not null))
                         order by n.urgent desc, n.deadline nulls last, n.sent_at desc, n.id desc, k.first_name
                         limit :lines
                        """)
                .param("person", guardian.person())
                .param("lines", LINES)
                .query(ToSign.class)
                .list();
    }

    /**
     * The notes of the last sixty days that this person follows and that still wait for somebody.
     */
    public List<InProgress> inProgress(Actor actor) {
        return notes.ask(
                        actor,
                        """
                        , page as materialized (
                            select n.school_id, n.id as note, n.title, n.audience, c.children, c.complete, n.deadline, n.sent_at, f.whole
                              from note n
                             cross join lateral (select n.author_id = :person or n.school_id = any (:directed) as whole) f
                             cross join lateral (
                                   select count(*) as children, count(*) filter (where c.complete) as complete
                                     from note_child c
                                    where c.school_id = n.school_id and c.note_id = n.id
                                      and (f.whole or (c.school_id, c.class_id) in (select school_id, class_id from taught))) c
                             where n.sent_at > cast(:today as date) - 60 and c.complete < c.children
                             order by n.deadline nulls last, n.sent_at desc, n.id desc
                             limit :lines
                        ), follows as materialized (
                            select p.note_id, p.pupil_id from page
                              join note_pupil p on p.school_id = page.school_id and p.note_id = page.note
                             where page.whole or (p.school_id, p.class_id) in (select school_id, class_id from taught)
                        ), unreached as materialized (
                            select k.pupil_id from (select distinct pupil_id from follows) k
                             where not exists (
                                   select 1 from guardianship g
                                     join account_person ap on ap.person_id = g.guardian_id
                                     join account a on a.id = ap.account_id
                                    where g.pupil_id = k.pupil_id and a.first_sign_in_at is not null)
                        )
                        select note, title, audience, children, complete, deadline, sent_at, (
                               select count(*) from follows f join unreached u on u.pupil_id = f.pupil_id where f.note_id = page.note) as unreached
                          from page
                         order by deadline nulls last, sent_at desc, note desc
                        """)
                .param("lines", LINES)
                .query(InProgress.class)
                .list();
    }

    public List<ForPupil> forPupil(Actor pupil) {
        return db.sql(
                        """
                        select n.id as note, n.title, s.name as school_name, n.author_name as author, n.category, n.sent_at
                          from note_pupil p
                          join note n on n.school_id = p.school_id and n.id = p.note_id
                          join structure s on s.id = n.school_id
                         where p.pupil_id = :person
                         order by n.sent_at desc, n.id desc
                         limit 5
                        """)
                .param("person", pupil.person())
                .query(ForPupil.class)
                .list();
    }
}
