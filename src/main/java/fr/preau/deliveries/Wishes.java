package fr.preau.deliveries;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Readings that somebody, or the watch of the folder, has asked for. A wish stays until it has been
 * fulfilled: a node that is killed in the middle leaves it to another.
 */
@Component
class Wishes {
    private final JdbcClient db;
    private final Clock clock;

    Wishes(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** {@code source} is a name inside the drop folder; empty: all of it. */
    record Wish(long id, String source, boolean dryRun, boolean acceptShrink) {}

    void add(String source, boolean dryRun, boolean acceptShrink, @Nullable Long account) {
        db.sql(
                        """
                        insert into feed_wish (source, dry_run, accept_shrink, asked_by, asked_at)
                        select :source, :dry, :accept, :account, :now where not exists (
                               select 1 from feed_wish where source = :source and dry_run = :dry and accept_shrink = :accept)
                        """)
                .param("source", source)
                .param("dry", dryRun)
                .param("accept", acceptShrink)
                .param("account", account, java.sql.Types.BIGINT)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    Optional<Wish> next() {
        return db.sql(
                        "select id, source, dry_run, accept_shrink from feed_wish order by id limit 1")
                .query(Wish.class)
                .optional();
    }

    long waiting() {
        return db.sql("select count(*) from feed_wish").query(Long.class).single();
    }

    void fulfilled(long id) {
        db.sql("delete from feed_wish where id = :id").param("id", id).update();
    }

    /** Whether the folder looks otherwise than when it was last read whole; remembers this look. */
    boolean isNew(String signature) {
        return db.sql(
                                """
                                insert into feed_watch as w (one, signature) values (true, :signature)
                                on conflict (one) do update set signature = excluded.signature where w.signature <> excluded.signature
                                """)
                        .param("signature", signature)
                        .update()
                == 1;
    }
}
