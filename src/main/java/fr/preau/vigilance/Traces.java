package fr.preau.vigilance;

import fr.preau.access.DeviceTrust;
import fr.preau.messages.Oversight;
import fr.preau.messages.Watch;
import fr.preau.vigilance.Figures.Figure;
import fr.preau.vigilance.WatchPolicy.Recent;
import fr.preau.web.Actor;
import fr.preau.web.Profile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

    /** From where one text has come. */
    record Spread(int sources, boolean cleared, List<Long> places) {
        static final Spread NONE = new Spread(0, false, List.of());
    }

    /**
     * What is known of a sending at this moment.
     *
     * @param source a family counts once, however many of its people write; so do the people of one
     *     place
     * @param recent of this account, within the window
     * @param spread of this text, with the one who sends it now among them; none when it is short
     */
    record Seen(
            Map<Figure, Integer> figures,
            String source,
            Recent recent,
            Spread spread,
            DeviceTrust.Here here) {}

    /** Two sendings of one account, or of one text, are weighed one after the other. */
    Seen seen(Actor actor, long place, SameText.Sealed words, DeviceTrust.Row here) {
        var isFamily = actor.profile() == Profile.GUARDIAN || actor.profile() == Profile.PUPIL;
        return db.sql(
                        "select s.*, h.* from sending_seen(:whose, :place, :words, :letters, :now, :today) s cross join "
                                + here.sql()
                                + " h")
                .params(here.params())
                .param("whose", isFamily ? actor.person() : null, Types.BIGINT)
                .param("place", place)
                .param("words", words.hash())
                .param("letters", words.letters())
                .param("now", Timestamp.from(clock.instant()))
                .param("today", LocalDate.now(clock))
                .query((row, n) ->
                        new Seen(
                                Figures.of(
                                        (String[]) row.getArray("figures").getArray(),
                                        (Integer[]) row.getArray("amounts").getArray()),
                                row.getString("source"),
                                new Recent(
                                        row.getInt("people"),
                                        row.getInt("others"),
                                        row.getInt("families")),
                                spread(row),
                                DeviceTrust.read(row)))
                .single();
    }

    private static Spread spread(ResultSet row) throws SQLException {
        var places = row.getArray("places");
        return places == null
                ? Spread.NONE
                : new Spread(
                        row.getInt("sources"),
                        row.getBoolean("cleared"),
                        List.of((Long[]) places.getArray()));
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
