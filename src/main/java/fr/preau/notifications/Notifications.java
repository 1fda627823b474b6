package fr.preau.notifications;

import fr.preau.web.Actor;
import fr.preau.web.Chrome;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The notifications of an account, all its hats together (capability A15). */
@Component
class Notifications implements Chrome.Bell {
    private static final int SHOWN = 50;

    private final JdbcClient db;
    private final Clock clock;

    Notifications(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public int unread(Actor actor) {
        return db.sql(
                        "select count(*) from notification where person_id = any (:persons) and read_at is null")
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
                        select n.id, n.kind, n.subject_id, n.at, n.read_at is null as unread, coalesce(p.first_name, '') as child, coalesce(p.id, 0) as child_id,
                               coalesce(t.title, '') as title
                          from notification n
                          left join person p on p.id = n.pupil_id
                          left join note t on t.school_id = n.school_id and t.id = n.subject_id
                         where n.person_id = any (:persons)
                         order by n.at desc, n.id desc
                         limit :shown
                        """)
                .param("persons", actor.persons().toArray(Long[]::new))
                .param("shown", SHOWN)
                .query(NotificationsPage.Row.class)
                .list();
    }

    void markAllRead(Actor actor) {
        db.sql(
                        "update notification set read_at = :now where person_id = any (:persons) and read_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("persons", actor.persons().toArray(Long[]::new))
                .update();
    }
}
