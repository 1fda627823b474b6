package fr.preau.database;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds or starts PostgreSQL, prepares its roles, migrates as the owner, and gives everybody else
 * the application's connections.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final Logger log = LoggerFactory.getLogger(DatabaseConfiguration.class);
    private static final List<String> WALLS = List.of("preau_directory", "preau_door", "preau_job");

    /** Absent when the settings name an external PostgreSQL. */
    @Bean(destroyMethod = "close")
    EmbeddedServerHolder embeddedServer(Environment settings) {
        if (settings.containsProperty("preau.db.url")) return new EmbeddedServerHolder(null);
        if ("production".equalsIgnoreCase(settings.getProperty("preau.mode"))) {
            throw new Unusable(
                    "En mode production, PREAU_DB_URL doit désigner un PostgreSQL 18 ou plus récent : "
                            + "le PostgreSQL embarqué ne sert qu'à essayer.");
        }
        return new EmbeddedServerHolder(
                EmbeddedServer.open(
                        Path.of(settings.getProperty("preau.data", "data")),
                        settings.getProperty(
                                "preau.data.keeping",
                                EmbeddedServer.Keeping.class,
                                EmbeddedServer.Keeping.EVERYTHING)));
    }

    record EmbeddedServerHolder(@org.jspecify.annotations.Nullable EmbeddedServer server)
            implements AutoCloseable {
        @Override
        public void close() {
            if (server != null) server.close();
        }
    }

    @Bean
    DatabaseAddress databaseAddress(EmbeddedServerHolder holder, Environment settings)
            throws SQLException {
        if (holder.server() == null) return external(settings);
        var address =
                new DatabaseAddress(
                        holder.server().url("preau"),
                        "preau_owner",
                        holder.server().secret(),
                        "preau_app",
                        holder.server().secret());
        if (holder.server().isOwn()) prepare(holder.server());
        return address;
    }

    private static DatabaseAddress external(Environment settings) {
        return new DatabaseAddress(
                settings.getRequiredProperty("preau.db.url"),
                settings.getRequiredProperty("preau.db.owner"),
                settings.getRequiredProperty("preau.db.owner-password"),
                settings.getRequiredProperty("preau.db.user"),
                settings.getRequiredProperty("preau.db.password"));
    }

    /**
     * The embedded server's own database and roles; on an external server an operator does this
     * once (docs/exploitation.md).
     */
    private static void prepare(EmbeddedServer server) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                server.url("postgres"), "postgres", server.secret());
                var sql = connection.createStatement()) {
            sql.execute(
                    """
                    do $$ begin
                        if not exists (select 1 from pg_roles where rolname = 'preau_owner') then
                            create role preau_owner login createrole password '%s';
                        end if;
                    end $$\
                    """
                            .formatted(server.secret()));
            var exists =
                    sql.executeQuery("select 1 from pg_database where datname = 'preau'").next();
            if (!exists) sql.execute("create database preau owner preau_owner encoding 'UTF8'");
        }
    }

    @Bean(initMethod = "migrate")
    Flyway flyway(DatabaseAddress address, EmbeddedServerHolder holder) throws SQLException {
        createRoles(address);
        if (holder.server() != null && holder.server().isOwn()) allowBulk(holder.server());
        return Flyway.configure()
                .dataSource(address.url(), address.owner(), address.ownerPassword())
                .locations("classpath:db/migration")
                .load();
    }

    /**
     * Imports may leave out the row-by-row checks that their own joins make idle; on an external
     * server an operator grants it once (docs/exploitation.md), or imports take longer.
     */
    private static void allowBulk(EmbeddedServer server) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                server.url("postgres"), "postgres", server.secret());
                var sql = connection.createStatement()) {
            sql.execute("grant set on parameter session_replication_role to preau_directory");
        }
    }

    private static void createRoles(DatabaseAddress address) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                address.url(), address.owner(), address.ownerPassword());
                var sql = connection.createStatement()) {
            refuseOldServer(connection.getMetaData().getDatabaseMajorVersion());
            // Two nodes may start at once on an empty base.
            sql.execute("select pg_advisory_lock(7261734)");
            createRole(
                    sql,
                    address.application(),
                    "login nosuperuser nobypassrls password '"
                            + address.applicationPassword().replace("'", "''")
                            + "'");
            if (!address.application().equals("preau_app")) createRole(sql, "preau_app", "nologin");
            for (var wall : WALLS) createRole(sql, wall, "nologin");
            for (var wall : WALLS)
                sql.execute(
                        "grant "
                                + wall
                                + " to "
                                + address.application()
                                + " with inherit false, set true");
            if (!address.application().equals("preau_app"))
                sql.execute("grant preau_app to " + address.application());
            sql.execute("select pg_advisory_unlock(7261734)");
        }
    }

    private static void createRole(java.sql.Statement sql, String role, String options)
            throws SQLException {
        try (var found =
                sql.executeQuery("select 1 from pg_roles where rolname = '" + role + "'")) {
            if (found.next()) return;
        }
        sql.execute("create role " + role + " " + options);
        log.info("role {} created", role);
    }

    private static void refuseOldServer(int version) {
        if (version < 18)
            throw new Unusable(
                    "PREAU_DB_URL désigne un PostgreSQL "
                            + version
                            + " : il faut la version 18 ou plus récente.");
    }

    @Bean
    ConnectionPool dataSource(
            DatabaseAddress address, ObjectProvider<Flyway> migrated, Environment settings) {
        migrated.getObject();
        var pool = new ConnectionPool();
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.application());
        pool.setPassword(address.applicationPassword());
        pool.setMaximumPoolSize(settings.getProperty("preau.db.connections", Integer.class, 12));
        pool.addDataSourceProperty("prepareThreshold", "2");
        pool.addDataSourceProperty("ApplicationName", "preau");
        // The server's own clock: the driver's would wake a thread of ours for each statement.
        pool.addDataSourceProperty("options", "-c transaction_timeout=10min");
        // The detail of an error quotes the row, and so a child's name: no message carries it.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }

    @Bean
    JdbcClient jdbcClient(NamedParameterJdbcTemplate statements) {
        return new Statements(JdbcClient.create(statements));
    }
}
