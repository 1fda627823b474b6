package fr.preau.messages;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.messages.ChildRulesPage.Waiting;
import fr.preau.messages.Oversight.Key;
import fr.preau.messages.Oversight.Letting;
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
    private final Stops stops;
    private final Opening opening;
    private final JdbcClient db;
    private final Walls walls;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ChildReviews(
            Stops stops,
            Opening opening,
            JdbcClient db,
            Walls walls,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.stops = stops;
        this.opening = opening;
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
                                         where m.state = 'HELD' and m.recalled_at is null and (cast(:message as bigint) is null or m.id = :message)
                                         order by m.id limit 50
                                        """)
                                .param("person", teacher.person())
                                .param("today", LocalDate.now(clock))
                                .param("message", message, Types.BIGINT)
                                .query(Waiting.class)
                                .list());
    }

    /**
     * It leaves as it would have at once: not in quiet hours, not outside of those of the class.
     */
    Letting letThrough(Actor teacher, Waiting waiting) {
        if (stops.holds(waiting.school(), waiting.id())) return Letting.STOPPED;
        if (!decide(teacher, waiting, "SENT", null)) return Letting.GONE;
        var key = new Key(waiting.school(), waiting.id());
        walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        with leaving as (
                                            update message set deliver_at = greatest(deliver_at, :opens) where school_id = :school and id = :message
                                            returning school_id, id, deliver_at)
                                        update message_box b set deliver_at = l.deliver_at from leaving l where b.school_id = l.school_id and b.message_id = l.id
                                        """)
                                .param(
                                        "opens",
                                        Timestamp.from(
                                                opening.of(List.of(key), clock.instant()).get(key)))
                                .param("school", waiting.school())
                                .param("message", waiting.id())
                                .update());
        facts.publishEvent(
                new MessageSent(
                        waiting.school(), waiting.id(), teacher.account(), teacher.person()));
        return Letting.LEFT;
    }

    /** False when a colleague has decided meanwhile. */
    boolean giveBack(Actor teacher, Waiting waiting, String feedback) {
        if (!decide(teacher, waiting, "RETURNED", feedback)) return false;
        facts.publishEvent(
                new MessageReturned(
                        waiting.school(), waiting.id(), teacher.account(), teacher.person()));
        return true;
    }

    /** Of two who decide at once, one does. */
    private boolean decide(
            Actor teacher, Waiting waiting, String state, @Nullable String feedback) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                                """
                                                update message set state = :state, feedback = :feedback, reviewed_by = :person, reviewed_at = :now
                                                 where school_id = :school and id = :message and state = 'HELD' and recalled_at is null
                                                """)
                                        .param("state", state)
                                        .param("feedback", feedback, Types.VARCHAR)
                                        .param("person", teacher.person())
                                        .param("now", Timestamp.from(clock.instant()))
                                        .param("school", waiting.school())
                                        .param("message", waiting.id())
                                        .update()
                                == 1);
    }
}
