package fr.preau;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The embedded server's superuser: past every wall, for tests about the walls. */
public final class Superuser {
    private Superuser() {}

    /** In a folder of ours one password serves all roles. */
    public static Connection connect(HikariDataSource pool, String database) throws SQLException {
        return DriverManager.getConnection(
                pool.getJdbcUrl().replaceAll("/preau$", "/" + database),
                "postgres",
                pool.getPassword());
    }
}
