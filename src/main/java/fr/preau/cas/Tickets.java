package fr.preau.cas;

import fr.preau.access.OpenSessions.Held;
import fr.preau.access.Tokens;
import fr.preau.connectors.Admission;
import fr.preau.connectors.Admission.Told;
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
    private final Admission admission;
    private final Clock clock;

    Tickets(JdbcClient db, Walls walls, Admission admission, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.admission = admission;
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
            long sessionId,
            boolean fresh,
            List<String> proxies) {}

    /** A ticket that was good, with whom it speaks of. */
    record Good(Kind kind, Told told, String service, boolean fresh, List<String> proxies) {}

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
    boolean isFresh(Held held) {
        if (held.since().plus(JUST_ENTERED).isBefore(clock.instant())) return false;
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select not exists (select 1 from connector_visit where session_id = :session) and not exists (select 1 from cas_ticket where session_id = :session)")
                                .param("session", held.session())
                                .query(Boolean.class)
                                .single());
    }

    String service(Told told, String service, boolean fresh) {
        return write(Kind.SERVICE, told, service, fresh, List.of());
    }

    /** A ticket in somebody's name for another service, asked for with a granting ticket. */
    String proxy(Told target, String service, Good granting) {
        return write(Kind.PROXY, target, service, false, granting.proxies());
    }

    /** A granting ticket for the service behind a good ticket. */
    String granting(Good ticket, String callback) {
        var proxies = new ArrayList<String>();
        proxies.add(callback);
        proxies.addAll(ticket.proxies());
        return write(Kind.GRANTING, ticket.told(), callback, false, proxies);
    }

    private String write(
            Kind kind, Told told, String service, boolean fresh, List<String> proxies) {
        var ticket = make(kind.prefix);
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        insert into cas_ticket (id_hash, kind, connector_id, service, session_id, fresh, proxies, until)
                                        values (:id, :kind, :connector, :service, :session, :fresh, :proxies, :until)
                                        """)
                                .param("id", Tokens.hash(ticket))
                                .param("kind", kind.name())
                                .param("connector", told.connector().id())
                                .param("service", service)
                                .param("session", told.held().session())
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
                                                returning kind, connector_id, case when until > :now then service else '' end as service, session_id, fresh, proxies
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
                                                select kind, connector_id, service, session_id, fresh, proxies from cas_ticket
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
                row.getLong("session_id"),
                row.getBoolean("fresh"),
                List.of((String[]) row.getArray("proxies").getArray()));
    }

    private Optional<Good> good(Row row) {
        if (row.service().isEmpty()) return Optional.empty();
        return admission
                .still(row.connectorId(), row.sessionId())
                .map(told ->
                        new Good(
                                Kind.valueOf(row.kind()),
                                told,
                                row.service(),
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
