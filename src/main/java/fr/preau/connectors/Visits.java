package fr.preau.connectors;

import fr.preau.access.SignOuts;
import fr.preau.connectors.Connector.Protocol;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.jobs.RecurringWork;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * A session of a phone that fell asleep is not over: its holder may still be at the service.
     */
    private static final String OVER =
            """
            delete from connector_visit v
             where v.id in (select o.id from connector_visit o left join session s on s.token_hash = o.session_hash
                             where s.token_hash is null or s.ended_at is not null or s.ends_at <= :now or s.device = 'SHARED' and s.idle_until <= :now
                             order by o.id limit 500 for update of o skip locked)
            returning v.connector_id, v.address, v.mark, v.subject
            """;

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;
    private final Connectors connectors;
    private final List<TellsSignOut> protocols;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    Visits(
            JdbcClient db,
            Walls walls,
            Clock clock,
            Connectors connectors,
            List<TellsSignOut> protocols) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
        this.connectors = connectors;
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

    /** Remembers that this session has led its holder to a service, which calls the visit so. */
    public void remember(
            byte[] session, Connector connector, String address, String mark, String subject) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "insert into connector_visit (session_hash, connector_id, address, mark, subject, at) values (:session, :connector, :address, :mark, :subject, :now)")
                                .param("session", session)
                                .param("connector", connector.id())
                                .param("address", address)
                                .param("mark", mark)
                                .param("subject", subject)
                                .param("now", Timestamp.from(clock.instant()))
                                .update());
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
    public void signedOut() {
        Thread.startVirtualThread(this::tell);
    }

    @Override
    public boolean welcomes(String address) {
        return connectors.returns(address)
                || ServiceAddress.read(address).flatMap(connectors::at).isPresent();
    }

    @Override
    public void run() {
        tell();
    }

    /**
     * Tells every service whose session here is over, all at the same time; what is returned is
     * done once each has answered or been given up. Forgotten before it is told: a message may be
     * lost, none is sent twice.
     */
    public CompletableFuture<Void> tell() {
        var over =
                walls.as(
                        Wall.DOOR,
                        () ->
                                db.sql(OVER)
                                        .param("now", Timestamp.from(clock.instant()))
                                        .query(Over.class)
                                        .list());
        return CompletableFuture.allOf(
                over.stream().map(this::tell).toArray(CompletableFuture<?>[]::new));
    }

    private CompletableFuture<?> tell(Over visit) {
        var message =
                connectors
                        .open(visit.connectorId())
                        .flatMap(connector ->
                                protocols.stream()
                                        .filter(one -> one.protocol() == connector.protocol())
                                        .findFirst()
                                        .flatMap(one -> one.message(connector, visit)));
        return message.<CompletableFuture<?>>map(request ->
                        http.sendAsync(request.timeout(PATIENCE).build(), BodyHandlers.discarding())
                                .exceptionally(e -> {
                                    log.info(
                                            "service {} was not told of a sign-out: {}",
                                            visit.connectorId(),
                                            e.getClass().getSimpleName());
                                    return null;
                                }))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }
}
