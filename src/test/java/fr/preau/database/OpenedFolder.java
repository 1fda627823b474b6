package fr.preau.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The database of a program's own folder, opened by a test that looks at everything in it: as the
 * superuser, whom no wall stops. What a killed program left running is stopped first.
 */
public final class OpenedFolder implements AutoCloseable {
    private final EmbeddedServer server;

    public OpenedFolder(Path folder) {
        this.server = EmbeddedServer.open(folder);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(server.url("preau"), "postgres", server.secret());
    }

    @Override
    public void close() {
        server.close();
    }
}
