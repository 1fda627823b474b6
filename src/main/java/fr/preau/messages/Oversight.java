package fr.preau.messages;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.storage.StoredFile;
import fr.preau.storage.StoredFiles;
import fr.preau.web.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What somebody with the hand on it does to a message that they neither wrote nor received. The
 * caller has made sure that they may; each act is one row of the message.
 */
@Component
public class Oversight {
    private final Messages messages;
    private final Stops stops;
    private final Opening opening;
    private final Underway underway;
    private final StoredFiles files;
    private final JdbcClient db;
    private final Walls walls;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Oversight(
            Messages messages,
            Stops stops,
            Opening opening,
            Underway underway,
            StoredFiles files,
            JdbcClient db,
            Walls walls,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.messages = messages;
        this.stops = stops;
        this.opening = opening;
        this.underway = underway;
        this.files = files;
        this.db = db;
        this.walls = walls;
        this.facts = facts;
        this.clock = clock;
    }

    /** A message, wherever it is. */
    public record Key(long school, long message) {}

    /** As it was written, with the fingerprints of what is attached. */
    public record Copy(
            long school,
            long message,
            long authorId,
            String author,
            String audience,
            String subject,
            String body,
            Instant sentAt,
            int recipients,
            boolean recalled,
            List<String> files) {}

    /** What this actor has received and may still read. */
    public Optional<Key> received(Actor actor, long message) {
        return messages.visibleTo(actor, message)
                .filter(one -> one.received() && !one.isFrom(actor))
                .map(one -> new Key(one.school(), one.id()));
    }

    /** The message as such, for those who decide about it; whatever has become of it. */
    public Copy copy(Key key) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        select school_id as school, id as message, author_id, author_name as author, audience, subject, body, sent_at, recipients,
                                               recalled_at is not null as recalled, array(
                                               select f.content from message_file a join stored_file f on f.school_id = a.school_id and f.id = a.file_id
                                                where a.school_id = message.school_id and a.message_id = message.id order by f.id) as files
                                          from message where school_id = :school and id = :message
                                        """)
                                .param("school", key.school())
                                .param("message", key.message())
                                .query((row, n) ->
                                        new Copy(
                                                key.school(),
                                                key.message(),
                                                row.getLong("author_id"),
                                                row.getString("author"),
                                                row.getString("audience"),
                                                row.getString("subject"),
                                                row.getString("body"),
                                                row.getTimestamp("sent_at").toInstant(),
                                                row.getInt("recipients"),
                                                row.getBoolean("recalled"),
                                                List.of(
                                                        (String[])
                                                                row.getArray("files").getArray())))
                                .single());
    }

    /** What it still carries, whether or not it was taken back. */
    public List<StoredFile> files(Key key) {
        return walls.as(
                Wall.JOB,
                () ->
                        files.find(
                                key.school(),
                                db
                                        .sql(
                                                "select file_id from message_file where school_id = :school and message_id = :message")
                                        .param("school", key.school())
                                        .param("message", key.message())
                                        .query(Long.class)
                                        .stream()
                                        .mapToLong(Long::longValue)
                                        .toArray()));
    }

    /** What became of letting it through. */
    public enum Letting {
        LEFT,
        /** It waits still: its author may not send at this moment. */
        STOPPED,
        /** It does not wait any more. */
        GONE
    }

    /** What waits goes on as it would have at once. */
    public Letting letThrough(Actor by, Key key) {
        if (stops.holds(key.school(), key.message())) return Letting.STOPPED;
        var now = clock.instant();
        var opens =
                Timestamp.from(walls.as(Wall.JOB, () -> opening.of(List.of(key), now)).get(key));
        var state =
                walls.as(
                        Wall.JOB,
                        () ->
                                db.sql(
                                                """
                                                update message m set deliver_at = greatest(m.deliver_at, :opens), state = case
                                                       when exists (select 1 from message_sending s where s.school_id = m.school_id and s.message_id = m.id) then 'SENDING'
                                                       when m.review_class_id is not null then 'HELD' else 'SENT' end
                                                 where m.school_id = :school and m.id = :message and m.state = 'WAITING' and m.recalled_at is null returning m.state
                                                """)
                                        .param("opens", opens)
                                        .param("school", key.school())
                                        .param("message", key.message())
                                        .query(String.class)
                                        .optional()
                                        .map(Message.State::valueOf));
        if (state.isEmpty()) return Letting.GONE;
        if (state.get() == Message.State.SENT)
            change(
                    key,
                    """
                    update message_box b set deliver_at = m.deliver_at from message m
                     where m.school_id = b.school_id and m.id = b.message_id and b.school_id = :school and b.message_id = :message
                    """);
        facts.publishEvent(SendMessage.fact(state.get(), key.school(), key.message(), by));
        return Letting.LEFT;
    }

    /** It does not leave; its author reads why. */
    public boolean giveBack(Key key, String word) {
        change(
                key,
                "delete from message_sending where school_id = :school and message_id = :message");
        return say(
                key,
                "state = 'RETURNED', feedback = :word",
                "and state = 'WAITING' and recalled_at is null",
                word);
    }

    /** Its author reads this word on it; its readers do not. */
    public void warn(Key key, String word) {
        say(key, "feedback = :word", "", word);
    }

    /** Nobody reads it any more, whatever the number of boxes. Returns how many were taken back. */
    public int withdraw(Collection<Key> keys) {
        var now = Timestamp.from(clock.instant());
        var many =
                walls.as(
                        Wall.JOB,
                        () ->
                                db.sql(
                                                """
                                                update message m set recalled_at = coalesce(m.recalled_at, :now), withdrawn_at = :now
                                                  from unnest(:schools::bigint[], :messages::bigint[]) k (school_id, id)
                                                 where m.school_id = k.school_id and m.id = k.id and m.withdrawn_at is null
                                                """)
                                        .param("now", now)
                                        .param(
                                                "schools",
                                                keys.stream().map(Key::school).toArray(Long[]::new))
                                        .param(
                                                "messages",
                                                keys.stream()
                                                        .map(Key::message)
                                                        .toArray(Long[]::new))
                                        .update());
        underway.takeBack(keys);
        return many;
    }

    /** Its author does not send any more, until somebody lifts it. */
    public void stop(Actor by, long author, String reason) {
        var stop = stops.make(by, "PERSON", author, reason, false);
        facts.publishEvent(new SendingStopped(by.place(), stop, false, by.account(), by.person()));
    }

    private boolean say(Key key, String change, String which, String word) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                                "update message set "
                                                        + change
                                                        + " where school_id = :school and id = :message "
                                                        + which)
                                        .param("word", word)
                                        .param("school", key.school())
                                        .param("message", key.message())
                                        .update()
                                == 1);
    }

    private void change(Key key, String sql) {
        walls.as(
                Wall.JOB,
                () ->
                        db.sql(sql)
                                .param("school", key.school())
                                .param("message", key.message())
                                .update());
    }
}
