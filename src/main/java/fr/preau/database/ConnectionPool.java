package fr.preau.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** The application's connections, given to those who came first. */
public final class ConnectionPool extends HikariDataSource {
    private final Turns turns = new Turns();

    ConnectionPool() {}

    @Override
    public Connection getConnection() throws SQLException {
        turns.take(getConnectionTimeout());
        try {
            return super.getConnection();
        } finally {
            turns.next();
        }
    }

    /** How many wait for a connection behind the first of them. */
    public int waiting() {
        return turns.waiting();
    }
}
