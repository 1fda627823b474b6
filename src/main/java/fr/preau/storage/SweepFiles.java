package fr.preau.storage;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.jobs.RecurringWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Forgets the files that were brought and never used, then the bytes that no file has had for a
 * day: what a transaction that did not end has left, and what the last owner has removed.
 */
@Component
class SweepFiles implements RecurringWork {
    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcClient db;
    private final Walls walls;
    private final Blobs blobs;
    private final HeldFiles held;
    private final Clock clock;

    SweepFiles(JdbcClient db, Walls walls, Blobs blobs, HeldFiles held, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.blobs = blobs;
        this.held = held;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "storage-sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        walls.as(Wall.JOB, this::forgetLoose);
        Shelf.all().forEach(this::sweep);
        try {
            blobs.forgetDrafts(clock.instant().minus(DAY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forgetLoose() {
        var days =
                db.sql(
                                "select loose_days from file_rule where from_on <= :today order by from_on desc limit 1")
                        .param("today", Date.valueOf(LocalDate.now(clock)))
                        .query(Integer.class)
                        .single();
        db.sql(
                        "delete from stored_file f where created_at < :limit and not ("
                                + held.condition()
                                + ")")
                .param("limit", Timestamp.from(clock.instant().minus(Duration.ofDays(days))))
                .update();
    }

    private void sweep(Shelf shelf) {
        try {
            var old = blobs.before(clock.instant().minus(DAY), shelf.digits());
            if (!old.isEmpty()) walls.as(Wall.JOB, () -> removeUnnamed(shelf, old));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void removeUnnamed(Shelf shelf, List<String> old) {
        if (!shelf.takeAlone(db)) return;
        var unnamed = new HashSet<>(old);
        unnamed.removeAll(named(old));
        note(old.toArray(String[]::new), unnamed.toArray(String[]::new));
        try {
            for (var content : forADay(old.toArray(String[]::new))) blobs.remove(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Since when nobody names them; those that somebody names again are forgotten. */
    private void note(String[] all, String[] unnamed) {
        db.sql(
                        "delete from unnamed_blob where content = any (:all) and not content = any (:unnamed)")
                .param("all", all)
                .param("unnamed", unnamed)
                .update();
        db.sql(
                        "insert into unnamed_blob (content, since) select unnest(:unnamed), :now on conflict do nothing")
                .param("unnamed", unnamed)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private List<String> forADay(String[] contents) {
        return db.sql(
                        "delete from unnamed_blob where content = any (:contents) and since < :limit returning content")
                .param("contents", contents)
                .param("limit", Timestamp.from(clock.instant().minus(DAY)))
                .query(String.class)
                .list();
    }

    private Set<String> named(List<String> contents) {
        return db
                .sql(
                        """
                        select content from stored_file where content = any (:contents)
                        union select thumbnail from stored_file where thumbnail = any (:contents)
                        """)
                .param("contents", contents.toArray(String[]::new))
                .query(String.class)
                .stream()
                .collect(Collectors.toSet());
    }
}
