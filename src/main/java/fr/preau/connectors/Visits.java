package fr.preau.connectors;

import fr.preau.access.SignOuts;
import fr.preau.connectors.Admission.Told;
import fr.preau.connectors.Connector.Protocol;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.jobs.RecurringWork;
import java.net.http.HttpRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where each session has led its holder. When the session ends, every service is told, each by
 * itself: one that does not answer delays nobody, and what it answers changes nothing.
 */
@Component
public class Visits implements RecurringWork, SignOuts {
    private static final Logger log = LoggerFactory.getLogger(Visits.class);
    private static final int BATCH = 500;

    /** Twelve times the pace of this work: what it missed for longer is found by the other one. */
    private static final Duration LATELY = Duration.ofMinutes(2);

    private static final String TAKE =
            """
            delete from connector_visit v
             where v.id in (select o.id from connector_visit o join session s on s.id = o.session_id where %s order by o.id limit 500 for update of o skip locked)
            returning v.connector_id, v.address, v.mark, v.subject
            """;

    private static final String THIS_ONE = TAKE.formatted("s.id = :session");
    private static final String ENDED_LATELY = TAKE.formatted("s.ended_at >= :since");

    /**
     * A session of a phone that fell asleep is not over: its holder may still be at the service.
     */
    private static final String OVER =
            TAKE.formatted(
                    "s.ended_at is not null or s.ends_at <= :now or s.device = 'SHARED' and s.idle_until <= :now");

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;
    private final Connectors connectors;
    private final Outside outside;
    private final List<TellsSignOut> protocols;

    Visits(
            JdbcClient db,
            Walls walls,
            Clock clock,
            Connectors connectors,
            Outside outside,
            List<TellsSignOut> protocols) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
        this.connectors = connectors;
        this.outside = outside;
        this.protocols = protocols;
    }

    /**
     * A visit that is over.
     *
     * @param address where the service was told of it
     * @param mark what the service calls it
     */
    public record Over(long connectorId, String address, String mark, String subject) {}

    /** How a protocol says that a session has ended. */
    public interface TellsSignOut {
        Protocol protocol();

        /** The message; empty when this service is told nothing. */
        Optional<HttpRequest.Builder> message(Connector connector, Over visit);
    }

    /** Remembers that a session has led its holder to a service, which calls the visit so. */
    public void remember(Told told, String address, String mark, String subject) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "insert into connector_visit (session_id, connector_id, address, mark, subject, at) values (:session, :connector, :address, :mark, :subject, :now)")
                                .param("session", told.held().session())
                                .param("connector", told.connector().id())
                                .param("address", address)
                                .param("mark", mark)
                                .param("subject", subject)
                                .param("now", Timestamp.from(clock.instant()))
                                .update());
    }

    @Override
    public void signedOut(long session) {
        Thread.startVirtualThread(() -> tell(THIS_ONE, Map.of("session", session)));
    }

    /** A service that hears of no sign-out, or is closed by now, is not told. */
    @Override
    public boolean tellsAll(long session) {
        return walls
                .as(
                        Wall.DOOR,
                        () ->
                                db.sql(
                                                "select connector_id, address, mark, subject from connector_visit where session_id = :session")
                                        .param("session", session)
                                        .query(Over.class)
                                        .list())
                .stream()
                .allMatch(visit -> message(visit).isPresent());
    }

    @Override
    public boolean welcomes(String address) {
        return connectors.returns(address)
                || ServiceAddress.read(address).flatMap(connectors::at).isPresent();
    }

    @Override
    public String name() {
        return "connector-sign-outs";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        tellEnded();
    }

    /**
     * Sessions that were ended otherwise: everywhere at once, on a list of devices, by a school.
     */
    public CompletableFuture<Void> tellEnded() {
        return tell(ENDED_LATELY, Map.of("since", Timestamp.from(clock.instant().minus(LATELY))));
    }

    /** Those that ended by themselves, and whatever was missed; looks at every visit. */
    CompletableFuture<Void> tellAll() {
        return tell(OVER, Map.of("now", Timestamp.from(clock.instant())));
    }

    /**
     * Takes the visits and tells their services, all at the same time; what is returned is done
     * once each has answered or been given up. Forgotten before it is told: a message may be lost,
     * none is sent twice.
     */
    private CompletableFuture<Void> tell(String sql, Map<String, ?> parameters) {
        var told = new ArrayList<CompletableFuture<?>>();
        for (var taken = BATCH; taken == BATCH; ) {
            var over =
                    walls.as(
                            Wall.DOOR,
                            () -> db.sql(sql).params(parameters).query(Over.class).list());
            over.forEach(visit -> told.add(tell(visit)));
            taken = over.size();
        }
        return CompletableFuture.allOf(told.toArray(CompletableFuture<?>[]::new));
    }

    private CompletableFuture<?> tell(Over visit) {
        var message = message(visit);
        if (message.isEmpty()) return CompletableFuture.completedFuture(null);
        return outside.status(message.get())
                .exceptionally(e -> {
                    log.info(
                            "service {} was not told of a sign-out: {}",
                            visit.connectorId(),
                            e.getClass().getSimpleName());
                    return 0;
                });
    }

    private Optional<HttpRequest.Builder> message(Over visit) {
        return connectors
                .open(visit.connectorId())
                .flatMap(connector ->
                        protocols.stream()
                                .filter(one -> one.protocol() == connector.protocol())
                                .findFirst()
                                .flatMap(one -> one.message(connector, visit)));
    }
}
