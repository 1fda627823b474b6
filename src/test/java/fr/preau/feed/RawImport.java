package fr.preau.feed;

import com.ctc.wstx.stax.WstxInputFactory;
import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
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
 * The least that any import of these files must do, to compare with ours: parse the XML, copy the
 * same rows into temporary tables, merge the persons into one table with the same indexes. No link,
 * no circle, no foreign key, no report.
 */
public final class RawImport {
    private final HikariDataSource database;
    private final Delivery delivery;
    private final List<Staging.Chunk> rows = new ArrayList<>();

    public RawImport(HikariDataSource database, Path folder) throws Exception {
        this.database = database;
        this.delivery = Delivery.chains(Source.open(folder).files()).getFirst().getFirst();
        // Made once and not measured: turning records into rows is ours to pay, not the baseline's.
        new Reading(delivery, Academy.MONTPELLIER, new Staging(rows::add), Progress.SILENT).run();
        execute(
                "drop table if exists raw_person; create table raw_person (like person including all)");
    }

    public void run() throws Exception {
        execute("truncate raw_person");
        parse();
        try (var db = owner()) {
            db.setAutoCommit(false);
            copyAndMerge(db);
            db.commit();
        }
    }

    private void parse() throws IOException, XMLStreamException {
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

    private void copyAndMerge(Connection db) throws SQLException, IOException {
        try (var sql = db.createStatement()) {
            sql.execute(StagingTables.CREATE);
            for (var chunk : rows)
                db.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(chunk.table().sql, new ByteArrayInputStream(chunk.rows()), 65536);
            sql.execute("analyze stage_person");
            sql.execute(
                    """
                    insert into raw_person (academy, join_key, kind, civility, first_name, last_name, birth_name, birth_date, ine, email, mobile,
                        phone, work_phone, street, postal_code, city, country, address_shared)
                    select '11', join_key, kind, civility, first_name, last_name, birth_name, birth_date, ine, email, mobile,
                        phone, work_phone, street, postal_code, city, country, address_shared from stage_person
                    on conflict (academy, join_key) do update set last_name = excluded.last_name
                    """);
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
