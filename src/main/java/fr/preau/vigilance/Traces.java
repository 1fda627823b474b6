package fr.preau.vigilance;

import fr.preau.messages.Oversight;
import fr.preau.messages.Watch;
import fr.preau.vigilance.WatchPolicy.Recent;
import fr.preau.web.Actor;
import fr.preau.web.Profile;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was sent lately, for a day: how many, from where, and a hash. Read behind the job's wall;
 * who sends may only add a line of their own.
 */
@Component
class Traces {
    private final JdbcClient db;
    private final Clock clock;

    Traces(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Two sendings of one account, or of one text, are weighed one after the other. */
    void wait(Actor actor, byte @Nullable [] words) {
        db.sql(
                        """
                        select pg_advisory_xact_lock(29, (:account % 2000000000)::int),
                               case when :words::text is not null then pg_advisory_xact_lock(30, hashtext(:words)) end
                        """)
                .param("account", actor.account())
                .param("words", words == null ? null : HexFormat.of().formatHex(words))
                .query((row, n) -> n)
                .single();
    }

    Recent recent(Actor actor, Duration window) {
        return db.sql(
                        """
                        select coalesce(sum(people), 0) as people, coalesce(sum(others), 0) as others, coalesce(sum(families), 0) as families
                          from sending_trace where account_id = :account and at > :from
                        """)
                .param("account", actor.account())
                .param("from", Timestamp.from(clock.instant().minus(window)))
                .query(Recent.class)
                .single();
    }

    /** From where one text has come. */
    record Spread(int sources, boolean cleared, List<Long> places) {
        static final Spread NONE = new Spread(0, false, List.of());
    }

    /** With the one who sends it now among them. */
    Spread spread(byte[] words, String source, long place, Duration window) {
        return db.sql(
                        """
                        select count(distinct source) as sources, bool_or(cleared) as cleared, array_agg(distinct place_id) as places from (
                            select source, cleared, place_id from sending_trace where words = :words and at > :from
                            union all select :source, false, :place) all_of_them
                        """)
                .param("words", words)
                .param("source", source)
                .param("place", place)
                .param("from", Timestamp.from(clock.instant().minus(window)))
                .query((row, n) ->
                        new Spread(
                                row.getInt("sources"),
                                row.getBoolean("cleared"),
                                List.of((Long[]) row.getArray("places").getArray())))
                .single();
    }

    /** A family counts once, however many of its people write; so do the people of one place. */
    String source(Actor actor, long place) {
        if (actor.profile() != Profile.GUARDIAN && actor.profile() != Profile.PUPIL)
            return "s" + place;
        return "f"
                + db.sql(
                                """
                                select coalesce(min(o.pupil_id), :person) from guardianship g join guardianship o on o.guardian_id = g.guardian_id
                                 where g.pupil_id = :person or g.guardian_id = :person
                                """)
                        .param("person", actor.person())
                        .query(Long.class)
                        .single();
    }

    void keep(Watch.Leaving leaving, long message, String source, byte @Nullable [] words) {
        db.sql(
                        """
                        insert into sending_trace (account_id, at, place_id, message_id, source, people, others, families, words)
                        values (:account, :now, :place, :message, :source, :people, :others, :families, :words)
                        """)
                .param("account", leaving.author().account())
                .param("now", Timestamp.from(clock.instant()))
                .param("place", leaving.school())
                .param("message", message)
                .param("source", source)
                .param("people", leaving.weight().people())
                .param("others", leaving.weight().others())
                .param("families", leaving.weight().families())
                .param("words", words, Types.BINARY)
                .update();
    }

    /** The messages of this text that have left and were not taken back, below this node. */
    List<Oversight.Key> leftBelow(byte[] words, long node) {
        return db.sql(
                        """
                        select distinct m.school_id as school, m.id as message from sending_trace t
                          join message m on m.school_id = t.place_id and m.id = t.message_id and m.state in ('SENT', 'SENDING', 'HELD', 'STOPPED') and m.withdrawn_at is null
                         where t.words = :words and (t.place_id = :node or exists (
                               select 1 from school_above a where a.school_id = t.place_id and a.node_id = :node) or exists (
                               with recursive up (id) as (select s.parent_id from structure s where s.id = t.place_id
                                    union select s.parent_id from up join structure s on s.id = up.id where s.parent_id is not null)
                               select 1 from up where id = :node))
                        """)
                .param("words", words)
                .param("node", node)
                .query(Oversight.Key.class)
                .list();
    }

    void clear(byte[] words) {
        db.sql("update sending_trace set cleared = true where words = :words")
                .param("words", words)
                .update();
    }

    void sweep(Duration age) {
        db.sql("delete from sending_trace where at < :before")
                .param("before", Timestamp.from(clock.instant().minus(age)))
                .update();
    }
}
