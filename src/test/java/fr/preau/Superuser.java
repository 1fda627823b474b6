package fr.preau;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The embedded server's superuser: past every wall, for tests about the walls. */
public final class Superuser {
    private Superuser() {}

    public static Connection connect(HikariDataSource pool, String database) throws SQLException {
        return DriverManager.getConnection(
                pool.getJdbcUrl().replaceAll("/preau$", "/" + database), "postgres", secret());
    }

    private static String secret() throws SQLException {
        try {
            return Files.readString(TestData.SCHOOL.resolve("secret")).trim();
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }
}
