package fr.preau.notifications;

import fr.preau.web.Actor;
import fr.preau.web.Chrome;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The notifications of an account, all its hats together (capability A15). One that waits for the
 * end of quiet hours is not there yet.
 */
@Component
class Notifications implements Chrome.Bell {
    /**
     * Families that answer one note before its author looks are one line, and so they stay once
     * they are read together.
     */
    static final String LINE =
            "n.school_id, n.person_id, n.kind, n.subject_id, case when n.kind = 'REPLY' then 0 else n.id end";

    /**
     * What was put aside needs no bell. A message that is read in its box is read here too, at
     * once.
     */
    static final String UNREAD = "n.read_at is null and n.hidden_at is null";

    /** Nobody counts further. */
    private static final int MANY = 100;

    /** What has the title of a note; other kinds count other things. */
    static final String OF_NOTE = "n.kind in ('NOTE', 'REMINDER', 'CORRECTION', 'REPLY')";

    /**
     * News of a note {@code t} that families are told of at once; its reminders take their time.
     */
    static final String URGENT = "n.kind = 'NOTE' and coalesce(t.urgent, false)";

    private final JdbcClient db;
    private final SchoolTime schoolTime;
    private final Clock clock;

    Notifications(JdbcClient db, SchoolTime schoolTime, Clock clock) {
        this.db = db;
        this.schoolTime = schoolTime;
        this.clock = clock;
    }

    /** A pupil's bell is silent outside of school. */
    @Override
    public int unread(Actor actor) {
        var unread = count(actor);
        return unread > 0 && schoolTime.closedFor(actor).isPresent() ? 0 : unread;
    }

    /**
     * The order is that of the index of the unread, so that no other is thought as good: what was
     * read in all those years is not gone through.
     */
    private int count(Actor actor) {
        return db.sql(
                        """
                        select count(distinct (%s)) from unnest(:persons::bigint[]) p (id) cross join lateral (
                            select * from notification n where n.person_id = p.id and n.deliver_at <= :now and %s order by n.deliver_at limit :many) n
                        """
                                .formatted(LINE, UNREAD))
                .param("many", MANY)
                .param("now", Timestamp.from(clock.instant()))
                .param("persons", actor.persons().toArray(Long[]::new))
                .query(Integer.class)
                .single();
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

    /** What a pupil is not shown now stays unread. */
    void markAllRead(Actor actor) {
        if (schoolTime.closedFor(actor).isPresent()) return;
        db.sql(
                        "update notification set read_at = :now where person_id = any (:persons) and read_at is null and deliver_at <= :now")
                .param("now", Timestamp.from(clock.instant()))
                .param("persons", actor.persons().toArray(Long[]::new))
                .update();
    }

    /** The whole line; false when it is not one's own. */
    boolean hide(Actor actor, long school, long notification) {
        return putAside(actor, school, notification, "is null", ":now");
    }

    boolean show(Actor actor, long school, long notification) {
        return putAside(actor, school, notification, "is not null", "null");
    }

    private boolean putAside(Actor actor, long school, long notification, String from, String to) {
        return db.sql(
                                """
                                update notification x set hidden_at = %s from notification n
                                 where n.school_id = :school and n.id = :notification and n.person_id = any (:persons) and n.deliver_at <= :now and n.hidden_at %s
                                   and (x.school_id = n.school_id and x.id = n.id or n.kind = 'REPLY' and %s)
                                """
                                        .formatted(to, from, Feed.SAME_LINE))
                        .param("school", school)
                        .param("notification", notification)
                        .param("persons", actor.persons().toArray(Long[]::new))
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }
}
