package fr.preau.notifications;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.messages.MessageRecalled;
import fr.preau.messages.MessagesStopped;
import fr.preau.vigilance.MessageWithdrawn;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What is not due yet is never told of a message that was taken back, or is stopped meanwhile. */
@Component
class TakenBackListeners {
    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    TakenBackListeners(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(MessageRecalled recalled) {
        forget("m.school_id = :school and m.id = :message", recalled.place(), recalled.message());
    }

    @ApplicationModuleListener
    void on(MessageWithdrawn withdrawn) {
        forget("m.school_id = :school and m.id = :message", withdrawn.place(), withdrawn.message());
    }

    /** They are told when it goes on: see {@link Listeners}. */
    @ApplicationModuleListener
    void on(MessagesStopped stopped) {
        forget("m.state = 'STOPPED'", 0, 0);
    }

    private void forget(String which, long school, long message) {
        walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        delete from notification n using message m join message_box b on b.school_id = m.school_id and b.message_id = m.id
                                         where n.person_id = b.person_id and n.subject_id = m.id and n.school_id = m.school_id and n.read_at is null
                                           and n.kind in ('MESSAGE', 'MESSAGE_REMINDER') and n.deliver_at > :now and
                                        """
                                                + which)
                                .param("school", school)
                                .param("message", message)
                                .param("now", Timestamp.from(clock.instant()))
                                .update());
    }
}
