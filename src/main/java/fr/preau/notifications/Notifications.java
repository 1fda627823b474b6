package fr.preau.notifications;

import fr.preau.web.Actor;
import fr.preau.web.Chrome;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The notifications of an account, all its hats together (capability A15). One that waits for the
 * end of quiet hours is not there yet.
 */
@Component
class Notifications implements Chrome.Bell {
    private static final int SHOWN = 50;

    /**
     * Families that answer one note before its author looks are one line, and so they stay once
     * they are read together.
     */
    static final String LINE =
            "n.school_id, n.person_id, n.kind, n.subject_id, case when n.kind = 'REPLY' then 0 else n.id end";

    /** A message that has been read in its box needs no bell. */
    static final String UNREAD =
            """
            n.read_at is null and not (n.kind in ('MESSAGE', 'MESSAGE_REMINDER') and exists (
                select 1 from message_box b where b.school_id = n.school_id and b.message_id = n.subject_id and b.person_id = n.person_id and b.read_at is not null))
            """;

    /** What has the title of a note; other kinds count other things. */
    static final String OF_NOTE = "n.kind in ('NOTE', 'REMINDER', 'CORRECTION', 'REPLY')";

    private final JdbcClient db;
    private final Clock clock;

    Notifications(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public int unread(Actor actor) {
        return db.sql(
                        "select count(distinct ("
                                + LINE
                                + ")) from notification n where n.person_id = any (:persons) and n.deliver_at <= :now and "
                                + UNREAD)
                .param("now", Timestamp.from(clock.instant()))
                .param("persons", actor.persons().toArray(Long[]::new))
                .query(Integer.class)
                .single();
    }

    /**
     * The latest first; the subject's own words stay behind the wall of its school and may be
     * missing under another hat.
     */
    List<NotificationsPage.Row> latestOf(Actor actor) {
        return db.sql(
                        """
                        select n.school_id as school, max(n.id) as id, n.person_id as person, n.kind, n.subject_id, max(greatest(n.at, n.deliver_at)) as at, bool_or(%s) as unread,
                               case when count(distinct p.id) = 1 then min(p.first_name) else '' end as child, coalesce(max(p.id), 0) as child_id,
                               count(distinct n.pupil_id) as children, coalesce(t.title, case when m.withdrawn_at is null then m.subject end, '') as title
                          from notification n
                          left join person p on p.id = n.pupil_id
                          left join note t on %s and t.school_id = n.school_id and t.id = n.subject_id
                          left join message m on n.kind like 'MESSAGE%%' and m.school_id = n.school_id and m.id = n.subject_id
                         where n.person_id = any (:persons) and n.deliver_at <= :now
                         group by %s, n.read_at, t.title, m.subject, m.withdrawn_at
                         order by at desc, id desc
                         limit :shown
                        """
                                .formatted(UNREAD, OF_NOTE, LINE))
                .param("persons", actor.persons().toArray(Long[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .param("shown", SHOWN)
                .query(NotificationsPage.Row.class)
                .list();
    }

    /** One of one's own, under whatever hat, once it is due. */
    Optional<Told> find(Actor actor, long school, long notification) {
        return db.sql(
                        """
                        select person_id as person, kind, subject_id from notification
                         where school_id = :school and id = :notification and person_id = any (:persons) and deliver_at <= :now
                        """)
                .param("school", school)
                .param("notification", notification)
                .param("persons", actor.persons().toArray(Long[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .query(Told.class)
                .optional();
    }

    /** With it, what stands on the same line. */
    void markRead(long school, long notification) {
        db.sql(
                        """
                        update notification n set read_at = :now from notification o
                         where o.school_id = :school and o.id = :notification and n.school_id = o.school_id and n.read_at is null and n.deliver_at <= :now
                           and (n.id = o.id or n.kind = 'REPLY' and o.kind = 'REPLY' and n.person_id = o.person_id and n.subject_id = o.subject_id)
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("school", school)
                .param("notification", notification)
                .update();
    }

    void markAllRead(Actor actor) {
        db.sql(
                        "update notification set read_at = :now where person_id = any (:persons) and read_at is null and deliver_at <= :now")
                .param("now", Timestamp.from(clock.instant()))
                .param("persons", actor.persons().toArray(Long[]::new))
                .update();
    }
}
