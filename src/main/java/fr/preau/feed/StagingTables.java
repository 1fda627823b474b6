package fr.preau.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * The tables where a delivery lands before the merge: of this transaction only, gone at its end.
 */
@Component
final class StagingTables {
    static final String CREATE =
            """
            create temp table stage_file (file int, name text) on commit drop;
            create temp table stage_structure (n bigint, file int, join_key text, kind text, name text, uai text, siret text, insee text,
                town text, district text, "grouping" text, type_label text, street text, postal_code text, city text, phone text,
                email text) on commit drop;
            create temp table stage_person (n bigint, file int, said bigint, kind text, join_key text, civility text, first_name text,
                last_name text, birth_name text, birth_date date, ine text, email text, mobile text, phone text, work_phone text,
                street text, postal_code text, city text, country text, address_shared boolean, school text, level text,
                level_label text, cycle text, canteen boolean, bus boolean, morning_care boolean, evening_care boolean,
                supervised_study boolean) on commit drop;
            create temp table stage_class (n bigint, school text, kind text, join_key text, label text, entered_on date,
                leaves_on date) on commit drop;
            create temp table stage_link (n bigint, guardian text, code text) on commit drop;
            create temp table stage_function (n bigint, structure text, kind text) on commit drop;
            create temp table stage_leaver (n bigint, file int, kind text, join_key text) on commit drop;
            create temp table touched (id bigint) on commit drop;
            create temp table stage_reject (file text, identifier text, reason text, warning boolean) on commit drop;
            """;

    private final JdbcClient db;
    private final DataSource source;

    StagingTables(JdbcClient db, DataSource source) {
        this.db = db;
        this.source = source;
    }

    void create() {
        db.sql(CREATE).update();
    }

    /**
     * Lets the reading run ahead on its own thread while this one copies; a few chunks wait at
     * most, so memory stays flat.
     */
    void fill(ReadingOf reading) {
        var chunks = new ArrayBlockingQueue<Optional<Staging.Chunk>>(8);
        var failure = new Throwable[1];
        var reader =
                Thread.ofPlatform()
                        .name("delivery-reader")
                        .start(() -> {
                            try {
                                reading.into(new Staging(chunk -> chunks.put(Optional.of(chunk))));
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            } catch (Throwable e) {
                                failure[0] = e;
                            }
                            end(chunks);
                        });
        try {
            copyAll(chunks);
        } finally {
            reader.interrupt();
        }
        if (failure[0] != null)
            throw new IllegalStateException("the reading has failed", failure[0]);
    }

    /** What reads into the staging it is given. */
    interface ReadingOf {
        void into(Staging staging) throws InterruptedException;
    }

    private static void end(BlockingQueue<Optional<Staging.Chunk>> chunks) {
        try {
            if (!Thread.currentThread().isInterrupted()) chunks.put(Optional.empty());
        } catch (InterruptedException e) {
            // Nobody takes chunks any more.
            Thread.currentThread().interrupt();
        }
    }

    private void copyAll(BlockingQueue<Optional<Staging.Chunk>> chunks) {
        var connection = DataSourceUtils.getConnection(source);
        try {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var chunk = chunks.take(); chunk.isPresent(); chunk = chunks.take())
                copy(copy, chunk.get());
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private static void copy(CopyManager copy, Staging.Chunk chunk)
            throws SQLException, IOException {
        copy.copyIn(chunk.table().sql, new ByteArrayInputStream(chunk.rows()), 65536);
    }

    /** Fresh statistics, of the columns that joins go through: the merge's plans depend on them. */
    void analyze() {
        db.sql(
                        "analyze stage_file, stage_structure, stage_person (n, kind, join_key, school), stage_class (n), stage_link, stage_function, stage_leaver")
                .update();
    }
}
