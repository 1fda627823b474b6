package fr.preau.messages;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.jobs.RecurringWork;
import fr.preau.messages.Oversight.Key;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Messages that have left their author and are in nobody's box yet: taken back, stopped with their
 * author, let go on when the stop is lifted.
 */
@Component
class Underway implements RecurringWork {
    private final Opening opening;
    private final JdbcClient db;
    private final Walls walls;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Underway(
            Opening opening,
            JdbcClient db,
            Walls walls,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.opening = opening;
        this.db = db;
        this.walls = walls;
        this.facts = facts;
        this.clock = clock;
    }

    /** They reach nobody further: boxes that have them keep their line, the others never get it. */
    void takeBack(Collection<Key> keys) {
        walls.as(
                Wall.JOB,
                () -> {
                    among(
                            "delete from message_sending x using k where x.school_id = k.school_id and x.message_id = k.id",
                            keys);
                    among(
                            "update message x set state = 'SENT' from k where x.school_id = k.school_id and x.id = k.id and x.state in ('SENDING', 'STOPPED')",
                            keys);
                    among(
                            """
                            update message_box x set deliver_at = 'infinity' from k
                             where x.school_id = k.school_id and x.message_id = k.id and x.deliver_at > :now and x.deliver_at < 'infinity'
                            """,
                            keys);
                });
    }

    private void among(String sql, Collection<Key> keys) {
        db.sql(
                        "with k as (select * from unnest(:schools::bigint[], :messages::bigint[]) k (school_id, id)) "
                                + sql)
                .param("schools", keys.stream().map(Key::school).toArray(Long[]::new))
                .param("messages", keys.stream().map(Key::message).toArray(Long[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @ApplicationModuleListener
    void on(SendingStopped stopped) {
        if (!stopped.drill()) hold();
    }

    /** What was being written at the very moment of a stop is found a little later. */
    @Override
    public void run() {
        walls.as(Wall.JOB, this::hold);
    }

    @Override
    public String name() {
        return "messages-stopped";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    private void hold() {
        var stop =
                walls.as(
                        Wall.JOB,
                        () -> {
                            oneAfterTheOther();
                            return db.sql(
                                            """
                                            with held as (
                                                update message m set state = 'STOPPED'
                                                 where exists (select 1 from message_stop x where x.lifted_at is null and not x.drill)
                                                   and m.state = 'SENT' and m.deliver_at > :now and m.deliver_at > m.sent_at and m.recalled_at is null
                                                   and stop_of(m.school_id, m.author_id, m.author_profile, :today) is not null
                                                returning m.school_id, m.id, m.author_id, m.author_profile
                                            ), kept as (
                                                update message_box b set deliver_at = 'infinity' from held h
                                                 where b.school_id = h.school_id and b.message_id = h.id and b.deliver_at > :now)
                                            select max(stop_of(h.school_id, h.author_id, h.author_profile, :today)) from held h
                                            """)
                                    .param("now", Timestamp.from(clock.instant()))
                                    .param("today", LocalDate.now(clock))
                                    .query(Long.class)
                                    .optional();
                        });
        stop.ifPresent(held -> facts.publishEvent(new MessagesStopped(held)));
    }

    @ApplicationModuleListener
    void on(SendingResumed resumed) {
        var free =
                walls.as(
                        Wall.JOB,
                        () -> {
                            oneAfterTheOther();
                            var waiting = waiting();
                            goOn(waiting.stream().map(Free::key).toList());
                            return waiting;
                        });
        for (var one : free)
            facts.publishEvent(
                    one.sending()
                            ? new MessageAccepted(
                                    one.school(),
                                    one.message(),
                                    resumed.account(),
                                    resumed.person())
                            : new MessageSent(
                                    one.school(),
                                    one.message(),
                                    resumed.account(),
                                    resumed.person()));
    }

    /** A stop that is made while another is lifted sees what the other has done. */
    private void oneAfterTheOther() {
        db.sql("select pg_advisory_xact_lock(31, 0)").query((row, n) -> n).single();
    }

    private record Free(long school, long message, boolean sending) {
        Key key() {
            return new Key(school, message);
        }
    }

    /** What waits for a stop that is there no more; another one may hold it still. */
    private List<Free> waiting() {
        return db.sql(
                        """
                        select m.school_id as school, m.id as message, m.state = 'SENDING' as sending from (
                               select school_id, id from message where state = 'STOPPED'
                               union all select school_id, message_id from message_sending) w
                          join message m on m.school_id = w.school_id and m.id = w.id and m.state in ('STOPPED', 'SENDING') and m.recalled_at is null
                         where stop_of(m.school_id, m.author_id, m.author_profile, :today) is null
                         order by m.id
                        """)
                .param("today", LocalDate.now(clock))
                .query(Free.class)
                .list();
    }

    private void goOn(List<Key> keys) {
        if (keys.isEmpty()) return;
        var opens = opening.of(keys, clock.instant());
        db.sql(
                        """
                        with leaving as (
                            update message m set deliver_at = greatest(m.deliver_at, k.opens), state = case m.state when 'STOPPED' then 'SENT' else m.state end
                              from unnest(:schools::bigint[], :messages::bigint[], :opens::text[]::timestamptz[]) k (school_id, id, opens)
                             where m.school_id = k.school_id and m.id = k.id and m.state in ('STOPPED', 'SENDING')
                            returning m.school_id, m.id, m.deliver_at, m.state)
                        update message_box b set deliver_at = l.deliver_at from leaving l
                         where l.state = 'SENT' and b.school_id = l.school_id and b.message_id = l.id and b.deliver_at = 'infinity'
                        """)
                .param("schools", keys.stream().map(Key::school).toArray(Long[]::new))
                .param("messages", keys.stream().map(Key::message).toArray(Long[]::new))
                .param(
                        "opens",
                        keys.stream().map(key -> opens.get(key).toString()).toArray(String[]::new))
                .update();
    }
}
