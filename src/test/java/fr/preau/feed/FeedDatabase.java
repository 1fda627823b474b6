package fr.preau.feed;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.TestData;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real PostgreSQL, one for all the tests of the feed, and empty before each. */
@SpringBootTest(
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "preau.data=${preau.databases:target}/feed-data-${preau.process:0}",
            "preau.command=import"
        })
abstract class FeedDatabase {
    static {
        TestData.empty(TestData.FEED);
    }

    @TempDir Path folder;

    @Autowired DirectoryImport imports;

    @Autowired Walls walls;

    @Autowired JdbcClient db;

    @Autowired HikariDataSource source;

    @BeforeEach
    void empty() throws SQLException {
        try (var owner =
                        DriverManager.getConnection(
                                source.getJdbcUrl(), "preau_owner", source.getPassword());
                var sql = owner.createStatement()) {
            sql.execute("truncate structure, person, affiliation, feed_run cascade");
        }
    }

    AafFolder delivery() {
        return new AafFolder(folder);
    }

    /** Imports what the folder holds; the report of the last delivery. */
    ImportReport imported() {
        return imported(ImportOptions.USUAL);
    }

    ImportReport imported(ImportOptions options) {
        return importedFrom(folder, options);
    }

    ImportReport importedFrom(Path source, ImportOptions options) {
        try {
            return imports.importFolder(source, options, Progress.SILENT).getLast();
        } catch (Delivery.Unreadable e) {
            throw new AssertionError(e);
        }
    }

    /** One text out of the directory, through its wall. */
    String read(String sql) {
        return walls.as(
                Wall.DIRECTORY, () -> db.sql(sql).query(String.class).optional().orElse(""));
    }

    long count(String from) {
        return walls.as(
                Wall.DIRECTORY,
                () -> db.sql("select count(*) from " + from).query(Long.class).single());
    }
}
