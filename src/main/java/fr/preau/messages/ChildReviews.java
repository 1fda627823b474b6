package fr.preau.messages;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.messages.ChildRulesPage.Waiting;
import fr.preau.web.Actor;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Children's messages that the class's teacher reads first: lets them through or gives them back
 * with a word.
 */
@Component
class ChildReviews {
    private final JdbcClient db;
    private final Walls walls;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ChildReviews(JdbcClient db, Walls walls, ApplicationEventPublisher facts, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.facts = facts;
        this.clock = clock;
    }

    List<Waiting> of(Actor teacher) {
        return heldFor(teacher, null);
    }

    Optional<Waiting> of(Actor teacher, long message) {
        return heldFor(teacher, message).stream().findFirst();
    }

    /** Of the classes that this teacher has today: nobody else reads what children write. */
    private List<Waiting> heldFor(Actor teacher, @Nullable Long message) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        select m.school_id as school, m.id, m.author_id, m.author_name as author, coalesce(nullif(m.audience, ''), (
                                               select string_agg(p.first_name || ' ' || p.last_name, ', ' order by p.last_name, p.first_name)
                                                 from message_box b join person p on p.id = b.person_id
                                                where b.school_id = m.school_id and b.message_id = m.id), '') as recipients,
                                               m.subject, m.body, m.sent_at
                                          from message m
                                          join teaching t on t.school_id = m.school_id and t.class_id = m.review_class_id and t.person_id = :person
                                           and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today
                                         where m.state = 'HELD' and (cast(:message as bigint) is null or m.id = :message)
                                         order by m.id limit 50
                                        """)
                                .param("person", teacher.person())
                                .param("today", LocalDate.now(clock))
                                .param("message", message, Types.BIGINT)
                                .query(Waiting.class)
                                .list());
    }

    void letThrough(Actor teacher, Waiting waiting) {
        decide(teacher, waiting, "SENT", null);
        walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        update message_box b set deliver_at = greatest(m.deliver_at, :now)
                                          from message m where m.school_id = b.school_id and m.id = b.message_id and b.school_id = :school and b.message_id = :message
                                        """)
                                .param("now", Timestamp.from(clock.instant()))
                                .param("school", waiting.school())
                                .param("message", waiting.id())
                                .update());
        facts.publishEvent(
                new MessageSent(
                        waiting.school(), waiting.id(), teacher.account(), teacher.person()));
    }

    void giveBack(Actor teacher, Waiting waiting, String feedback) {
        decide(teacher, waiting, "RETURNED", feedback);
        facts.publishEvent(
                new MessageReturned(
                        waiting.school(), waiting.id(), teacher.account(), teacher.person()));
    }

    private void decide(Actor teacher, Waiting waiting, String state, @Nullable String feedback) {
        walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        update message set state = :state, feedback = :feedback, reviewed_by = :person, reviewed_at = :now
                                         where school_id = :school and id = :message and state = 'HELD'
                                        """)
                                .param("state", state)
                                .param("feedback", feedback, Types.VARCHAR)
                                .param("person", teacher.person())
                                .param("now", Timestamp.from(clock.instant()))
                                .param("school", waiting.school())
                                .param("message", waiting.id())
                                .update());
    }
}
