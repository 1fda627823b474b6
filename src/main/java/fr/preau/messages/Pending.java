package fr.preau.messages;

import fr.preau.web.Actor;
import fr.preau.web.Profile;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for somebody among messages, in one statement. */
@Component
class Pending {
    /** Nobody counts further. */
    private static final int MANY = 100;

    /** A child who does nothing about a message given back is not told of it for ever. */
    private static final Duration TOLD = Duration.ofDays(7);

    private static final String UNREAD =
            """
            select count(*) from (
                select 1 from message_box b
                 where b.person_id = :person and b.read_at is null and b.trashed_at is null and b.deliver_at <= :now and (
                       select m.recalled_at from message m where m.school_id = b.school_id and m.id = b.message_id) is null
                 order by b.deliver_at limit :many) few
            """;

    private static final String HELD =
            """
            select count(distinct m.id) from teaching t
              join message m on m.school_id = t.school_id and m.review_class_id = t.class_id and m.state = 'HELD'
             where t.person_id = :person and coalesce(t.starts_on, :today) <= :today and coalesce(t.ends_on, :today) >= :today
            """;

    private static final String RETURNED =
            """
            select max(m.id) from message m
             where m.author_id = :person and m.state = 'RETURNED' and m.reviewed_at > :told and not exists (
                   select 1 from message n where n.author_id = :person and n.id > m.id and n.sent_at >= m.reviewed_at)
            """;

    private static final Map<Profile, String> COUNTS =
            Arrays.stream(Profile.values())
                    .collect(Collectors.toUnmodifiableMap(Function.identity(), Pending::counts));

    private final JdbcClient db;
    private final Clock clock;

    Pending(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * @param unread at most {@value #MANY}
     * @param held of the children of one's classes, to be read first
     * @param returned a child's own that came back with a word, until the next one is written
     */
    record Counts(int unread, int held, @Nullable Long returned) {}

    Counts of(Actor actor) {
        return db.sql(COUNTS.get(actor.profile()))
                .param("person", actor.person())
                .param("now", Timestamp.from(clock.instant()))
                .param("today", LocalDate.now(clock))
                .param("told", Timestamp.from(clock.instant().minus(TOLD)))
                .param("many", MANY)
                .query(Counts.class)
                .single();
    }

    /** Only what this hat may be told of: what is not there needs no plan. */
    private static String counts(Profile profile) {
        return "select ("
                + UNREAD
                + ") as unread, "
                + (profile == Profile.TEACHER ? "(" + HELD + ")" : "0")
                + " as held, "
                + (profile == Profile.PUPIL ? "(" + RETURNED + ")" : "null::bigint")
                + " as returned";
    }
}
