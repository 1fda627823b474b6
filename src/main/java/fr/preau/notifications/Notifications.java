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

    /** A message that has been read in its box needs no bell. */
    static final String UNREAD =
            """
            n.read_at is null and not (n.kind in ('MESSAGE', 'MESSAGE_REMINDER') and exists (
                select 1 from message_box b where b.school_id = n.school_id and b.message_id = n.subject_id and b.person_id = n.person_id and b.read_at is not null))
            """;

    private final JdbcClient db;
    private final Clock clock;

    Notifications(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public int unread(Actor actor) {
        return db.sql(
                        "select count(*) from notification n where n.person_id = any (:persons) and n.deliver_at <= :now and "
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
                        select n.school_id as school, n.id, n.person_id as person, n.kind, n.subject_id, greatest(n.at, n.deliver_at) as at, (%s) as unread, coalesce(p.first_name, '') as child, coalesce(p.id, 0) as child_id,
                               coalesce(t.title, case when m.withdrawn_at is null then m.subject end, '') as title
                          from notification n
                          left join person p on p.id = n.pupil_id
                          left join note t on n.kind not like 'MESSAGE%%' and t.school_id = n.school_id and t.id = n.subject_id
                          left join message m on n.kind like 'MESSAGE%%' and m.school_id = n.school_id and m.id = n.subject_id
                         where n.person_id = any (:persons) and n.deliver_at <= :now
                         order by greatest(n.at, n.deliver_at) desc, n.id desc
                         limit :shown
                        """
                                .formatted(UNREAD))
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

    void markRead(long school, long notification) {
        db.sql(
                        "update notification set read_at = :now where school_id = :school and id = :notification and read_at is null")
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
