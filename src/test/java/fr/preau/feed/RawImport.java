package fr.preau.feed;

import com.ctc.wstx.stax.WstxInputFactory;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.postgresql.PGConnection;

/**
 * The least that any import of these files must do, to compare with ours: for each academy, parse
 * the XML, copy the same rows into the same staging tables, merge the persons into one table with
 * the same indexes. No link, no class, no foreign key, no report.
 */
public final class RawImport {
    /** One academy's files, and the rows that they become, kept on disk. */
    private record Part(Academy academy, Delivery delivery, Path rows) {}

    private final HikariDataSource database;
    private final List<Part> parts = new ArrayList<>();

    public RawImport(HikariDataSource database, Path folder, Path rows) throws Exception {
        this.database = database;
        Files.createDirectories(rows);
        for (var chain : Delivery.chains(Source.open(folder).files())) {
            var delivery = chain.getFirst();
            var academy = Academy.of(delivery).orElseThrow();
            var part = new Part(academy, delivery, rows.resolve(academy.code + ".rows"));
            keep(part);
            parts.add(part);
        }
        execute(
                "drop table if exists raw_person; create table raw_person (like person including all)");
    }

    /** Made once and not measured: turning records into rows is ours to pay, not the baseline's. */
    private static void keep(Part part) throws Exception {
        try (var out =
                new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(part.rows()), 1 << 20))) {
            Staging.Taker taker =
                    chunk -> {
                        try {
                            out.writeByte(chunk.table().ordinal());
                            out.writeInt(chunk.rows().length);
                            out.write(chunk.rows());
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    };
            new Reading(part.delivery(), part.academy(), new Staging(taker), Progress.SILENT).run();
        }
    }

    /**
     * Returns once nothing else is under way in the server: what is measured next is measured
     * alone.
     */
    public void settle() throws SQLException, InterruptedException {
        try (var db = owner();
                var sql = db.createStatement()) {
            for (var busy = true; busy; ) {
                try (var rows =
                        sql.executeQuery(
                                "select count(*) from pg_stat_activity where backend_type = 'autovacuum worker'")) {
                    rows.next();
                    busy = rows.getInt(1) > 0;
                }
                if (busy) Thread.sleep(500);
            }
        }
    }

    public void run() throws Exception {
        execute("truncate raw_person");
        for (var part : parts) {
            parse(part.delivery());
            try (var db = owner()) {
                db.setAutoCommit(false);
                copyAndMerge(db, part);
                db.commit();
            }
        }
    }

    private static void parse(Delivery delivery) throws IOException, XMLStreamException {
        var factory = new WstxInputFactory();
        factory.setProperty(javax.xml.stream.XMLInputFactory.SUPPORT_DTD, false);
        var length = 0L;
        for (var file : delivery.files()) {
            try (var content = Files.newInputStream(file.path())) {
                var xml = factory.createXMLStreamReader(content);
                while (xml.hasNext())
                    if (xml.next() == XMLStreamConstants.CHARACTERS)
                        length += xml.getText().length();
            }
        }
        if (length == 0) throw new IllegalStateException("nothing was parsed");
    }

    private static void copyAndMerge(Connection db, Part part) throws SQLException, IOException {
        try (var sql = db.createStatement()) {
            sql.execute(StagingTables.CREATE);
            copy(db, part.rows());
            sql.execute("analyze stage_person");
            sql.execute(
                    """
                    insert into raw_person (academy, join_key, kind, civility, first_name, last_name, birth_name, birth_date, ine, email, mobile,
                        phone, work_phone, street, postal_code, city, country, address_shared)
                    select '%s', join_key, kind, civility, first_name, last_name, birth_name, birth_date, ine, email, mobile,
                        phone, work_phone, street, postal_code, city, country, address_shared from stage_person
                    on conflict (academy, join_key) do update set last_name = excluded.last_name
                    """
                            .formatted(part.academy().code));
        }
    }

    private static void copy(Connection db, Path rows) throws SQLException, IOException {
        var copy = db.unwrap(PGConnection.class).getCopyAPI();
        try (var in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(rows), 1 << 20))) {
            while (true) {
                var table = Staging.Table.values()[in.readByte()];
                var chunk = in.readNBytes(in.readInt());
                copy.copyIn(table.sql, new ByteArrayInputStream(chunk), 65536);
            }
        } catch (EOFException e) {
            // The end of the kept rows.
        }
    }

    public void execute(String sql) throws SQLException {
        try (var db = owner();
                var statement = db.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(
                database.getJdbcUrl(), "preau_owner", database.getPassword());
    }
}
