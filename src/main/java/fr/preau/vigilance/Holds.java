package fr.preau.vigilance;

import fr.preau.access.DeviceTrust;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.messages.MessageRecalled;
import fr.preau.messages.Oversight;
import fr.preau.messages.Oversight.Key;
import fr.preau.messages.Oversight.Letting;
import fr.preau.messages.Watch;
import fr.preau.vigilance.VigilancePage.Waiting;
import fr.preau.vigilance.WatchPolicy.Reason;
import fr.preau.web.Actor;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Messages that wait for a second person, and what that person decides; never their own. */
@Component
class Holds {
    private static final int SHOWN = 100;

    private final JdbcClient db;
    private final Walls walls;
    private final Oversight oversight;
    private final DeviceTrust devices;
    private final Traces traces;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Holds(
            JdbcClient db,
            Walls walls,
            Oversight oversight,
            DeviceTrust devices,
            Traces traces,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.db = db;
        this.walls = walls;
        this.oversight = oversight;
        this.devices = devices;
        this.traces = traces;
        this.facts = facts;
        this.clock = clock;
    }

    void make(
            Watch.Leaving leaving,
            long message,
            long node,
            Reason reason,
            @Nullable Long device,
            byte @Nullable [] words) {
        walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        insert into message_hold (school_id, message_id, author_id, node_id, reason, account_id, device_id, words, held_at)
                                        values (:school, :message, :author, :node, :reason, :account, :device, :words, :now)
                                        """)
                                .param("school", leaving.school())
                                .param("message", message)
                                .param("author", leaving.author().person())
                                .param("node", node)
                                .param("reason", reason.name())
                                .param("account", leaving.author().account())
                                .param("device", device, Types.BIGINT)
                                .param("words", words, Types.BINARY)
                                .param("now", Timestamp.from(clock.instant()))
                                .update());
    }

    /** Those that this hat decides about, the oldest first. */
    List<Waiting> waitingFor(Actor actor) {
        return ask(actor, null);
    }

    Optional<Waiting> waitingFor(Actor actor, long message) {
        return ask(actor, message).stream().findFirst();
    }

    private List<Waiting> ask(Actor actor, @Nullable Long message) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        select m.school_id as school, m.id, m.author_name as author, m.author_profile as profile, m.subject, h.reason, h.held_at, h.words, h.node_id as node,
                                               (select s.name from structure s where s.id = m.school_id) as place, h.account_id as account, h.device_id as device,
                                               greatest(m.recipients, (select max(t.people) from sending_trace t where t.place_id = m.school_id and t.message_id = m.id)) as people
                                          from message_hold h
                                          join message m on m.school_id = h.school_id and m.id = h.message_id and m.state = 'WAITING' and m.recalled_at is null
                                         where h.decided_at is null and (h.node_id = any (:nodes) or h.above_id = any (:nodes)) and h.author_id <> all (:own)
                                           and (cast(:message as bigint) is null or h.message_id = :message)
                                         order by h.held_at, m.id limit :shown
                                        """)
                                .param("nodes", Deciders.nodesOf(actor))
                                .param("own", actor.persons().toArray(Long[]::new))
                                .param("message", message, Types.BIGINT)
                                .param("shown", SHOWN)
                                .query(Waiting.class)
                                .list());
    }

    /** It leaves; the device that it came from, or the text, is held no more. */
    Letting letThrough(Actor by, Waiting waiting) {
        var letting = oversight.letThrough(by, waiting.key());
        if (letting != Letting.LEFT) return letting;
        decided(by, waiting, "LET", null);
        if (waiting.device() != null && waiting.reason() == Reason.NEW_DEVICE)
            devices.vouch(waiting.account(), waiting.device());
        if (waiting.words() != null) walls.as(Wall.JOB, () -> traces.clear(waiting.words()));
        facts.publishEvent(
                new MessageLet(waiting.school(), waiting.id(), by.account(), by.person()));
        return letting;
    }

    boolean refuse(Actor by, Waiting waiting, String word) {
        if (!oversight.giveBack(waiting.key(), word)) return false;
        decided(by, waiting, "REFUSED", word);
        facts.publishEvent(
                new MessageRefused(waiting.school(), waiting.id(), by.account(), by.person()));
        return true;
    }

    /** Its author has taken it back: nobody decides about it any more. */
    @ApplicationModuleListener
    void on(MessageRecalled recalled) {
        walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        update message_hold set decided_at = :now, verdict = 'RECALLED'
                                         where school_id = :school and message_id = :message and decided_at is null
                                        """)
                                .param("now", Timestamp.from(clock.instant()))
                                .param("school", recalled.place())
                                .param("message", recalled.message())
                                .update());
    }

    /** The messages with the same text that have been delivered, as far as this hat decides. */
    List<Key> delivered(Waiting waiting) {
        var words = waiting.words();
        return words == null
                ? List.of()
                : walls.as(Wall.JOB, () -> traces.leftBelow(words, waiting.node()));
    }

    /** Taken back from all boxes at once: one row for each message. */
    int takeBack(Actor by, Waiting waiting) {
        var keys = delivered(waiting);
        var many = oversight.withdraw(keys);
        for (var key : keys)
            facts.publishEvent(
                    new MessageWithdrawn(key.school(), key.message(), by.account(), by.person()));
        return many;
    }

    private void decided(Actor by, Waiting waiting, String verdict, @Nullable String word) {
        walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        update message_hold set decided_by = :person, decided_at = :now, verdict = :verdict, word = :word
                                         where school_id = :school and message_id = :message
                                        """)
                                .param("person", by.person())
                                .param("now", Timestamp.from(clock.instant()))
                                .param("verdict", verdict)
                                .param("word", word, Types.VARCHAR)
                                .param("school", waiting.school())
                                .param("message", waiting.id())
                                .update());
    }
}
