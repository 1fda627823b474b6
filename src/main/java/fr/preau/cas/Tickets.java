package fr.preau.cas;

import fr.preau.access.OpenSessions;
import fr.preau.access.Tokens;
import fr.preau.connectors.Connector;
import fr.preau.connectors.Connectors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.jobs.RecurringWork;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tickets (CAS 3.0.3, 3). A service or proxy ticket is for one service and one try, good or bad; a
 * granting ticket lives as long as the session. All end with the session that they speak of.
 */
@Component
class Tickets implements RecurringWork {
    /** A browser carries it from here to the service, which asks at once. */
    private static final Duration SERVICE_LASTS = Duration.ofSeconds(60);

    /** No session is longer. */
    private static final Duration GRANTING_LASTS = Duration.ofHours(13);

    /** Whoever has just entered may still have had a code to read and a charter to accept. */
    private static final Duration JUST_ENTERED = Duration.ofMinutes(5);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final Walls walls;
    private final Connectors connectors;
    private final OpenSessions sessions;
    private final Clock clock;

    Tickets(JdbcClient db, Walls walls, Connectors connectors, OpenSessions sessions, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.connectors = connectors;
        this.sessions = sessions;
        this.clock = clock;
    }

    enum Kind {
        SERVICE("ST-"),
        PROXY("PT-"),
        GRANTING("PGT-");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    private record Row(
            String kind,
            long connectorId,
            String service,
            byte[] sessionHash,
            boolean fresh,
            List<String> proxies) {}

    /** A ticket that was good, with the session that it speaks of. */
    record Good(
            Kind kind,
            Connector connector,
            String service,
            byte[] session,
            OpenSessions.Held held,
            boolean fresh,
            List<String> proxies) {}

    /** A random name of 192 bits, in the letters that CAS allows (3.7). */
    static String make(String prefix) {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }

    /**
     * Whether the holder of this session entered for the very purpose of being led somewhere: just
     * now, and to nowhere else yet.
     */
    boolean isFresh(byte[] session, OpenSessions.Held held) {
        if (held.since().plus(JUST_ENTERED).isBefore(clock.instant())) return false;
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select not exists (select 1 from connector_visit where session_hash = :session) and not exists (select 1 from cas_ticket where session_hash = :session)")
                                .param("session", session)
                                .query(Boolean.class)
                                .single());
    }

    String service(Connector connector, String service, byte[] session, boolean fresh) {
        return write(Kind.SERVICE, connector, service, session, fresh, List.of());
    }

    /** A ticket in somebody's name for another service, asked for with a granting ticket. */
    String proxy(Connector target, String service, Good granting) {
        return write(Kind.PROXY, target, service, granting.session(), false, granting.proxies());
    }

    /** A granting ticket for the service behind a good ticket. */
    String granting(Good ticket, String callback) {
        var proxies = new ArrayList<String>();
        proxies.add(callback);
        proxies.addAll(ticket.proxies());
        return write(Kind.GRANTING, ticket.connector(), callback, ticket.session(), false, proxies);
    }

    private String write(
            Kind kind,
            Connector connector,
            String service,
            byte[] session,
            boolean fresh,
            List<String> proxies) {
        var ticket = make(kind.prefix);
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        insert into cas_ticket (id_hash, kind, connector_id, service, session_hash, fresh, proxies, until)
                                        values (:id, :kind, :connector, :service, :session, :fresh, :proxies, :until)
                                        """)
                                .param("id", Tokens.hash(ticket))
                                .param("kind", kind.name())
                                .param("connector", connector.id())
                                .param("service", service)
                                .param("session", session)
                                .param("fresh", fresh)
                                .param("proxies", proxies.toArray(String[]::new))
                                .param(
                                        "until",
                                        Timestamp.from(
                                                clock.instant()
                                                        .plus(
                                                                kind == Kind.GRANTING
                                                                        ? GRANTING_LASTS
                                                                        : SERVICE_LASTS)))
                                .update());
        return ticket;
    }

    /** Tries a service or proxy ticket, which is thereby spent; two who try get it once. */
    Optional<Good> spend(String ticket) {
        return walls.as(
                        Wall.DOOR,
                        () ->
                                db.sql(
                                                """
                                                delete from cas_ticket where id_hash = :id and kind <> 'GRANTING'
                                                returning kind, connector_id, case when until > :now then service else '' end as service, session_hash, fresh, proxies
                                                """)
                                        .param("id", Tokens.hash(ticket))
                                        .param("now", Timestamp.from(clock.instant()))
                                        .query(Tickets::read)
                                        .optional())
                .flatMap(this::good);
    }

    /** Looks at a granting ticket, which stays good. */
    Optional<Good> granted(String ticket) {
        return walls.as(
                        Wall.DOOR,
                        () ->
                                db.sql(
                                                """
                                                select kind, connector_id, service, session_hash, fresh, proxies from cas_ticket
                                                 where id_hash = :id and kind = 'GRANTING' and until > :now
                                                """)
                                        .param("id", Tokens.hash(ticket))
                                        .param("now", Timestamp.from(clock.instant()))
                                        .query(Tickets::read)
                                        .optional())
                .flatMap(this::good);
    }

    private static Row read(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getString("kind"),
                row.getLong("connector_id"),
                row.getString("service"),
                row.getBytes("session_hash"),
                row.getBoolean("fresh"),
                List.of((String[]) row.getArray("proxies").getArray()));
    }

    /** The service may have been closed meanwhile, the session ended, another hat put on. */
    private Optional<Good> good(Row row) {
        if (row.service().isEmpty()) return Optional.empty();
        var connector = connectors.open(row.connectorId());
        var held = sessions.held(row.sessionHash());
        if (connector.isEmpty()
                || held.isEmpty()
                || !connectors.admits(connector.get(), held.get().actor())) return Optional.empty();
        return Optional.of(
                new Good(
                        Kind.valueOf(row.kind()),
                        connector.get(),
                        row.service(),
                        row.sessionHash(),
                        held.get(),
                        row.fresh(),
                        row.proxies()));
    }

    @Override
    public String name() {
        return "cas-tickets";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql("delete from cas_ticket where until < :now")
                                .param("now", Timestamp.from(clock.instant()))
                                .update());
    }
}
