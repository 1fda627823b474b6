package fr.preau.connectors;

import fr.preau.connectors.Connector.Protocol;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Mode;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The services that are open, by what they say of themselves. */
@Component
public class Connectors {
    private final JdbcClient db;
    private final Walls walls;
    private final Mode mode;

    Connectors(JdbcClient db, Walls walls, Mode mode) {
        this.db = db;
        this.walls = walls;
        this.mode = mode;
    }

    Optional<Connector> open(long id) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(ConnectorRows.SELECT + " where c.id = :id and c.open")
                                .param("id", id)
                                .query(ConnectorRows::read)
                                .optional());
    }

    /** The service that bears this name in its protocol. */
    public Optional<Connector> named(Protocol protocol, String name) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        ConnectorRows.SELECT
                                                + " where c.protocol = :protocol and c.name = :name and c.open")
                                .param("protocol", protocol.name())
                                .param("name", name)
                                .query(ConnectorRows::read)
                                .optional());
    }

    private record Covered(Connector connector, int length) {}

    /**
     * The CAS service at this address: it lies at, or beneath, one of those that are registered;
     * the closest when several cover it.
     */
    public Optional<Connector> at(ServiceAddress address) {
        if (!allowed(address)) return Optional.empty();
        return walls.as(
                Wall.DOOR,
                () ->
                        db
                                .sql(ConnectorRows.SELECT + " where c.protocol = 'CAS' and c.open")
                                .query(ConnectorRows::read)
                                .list()
                                .stream()
                                .flatMap(one ->
                                        one.addresses().stream()
                                                .flatMap(at -> ServiceAddress.read(at).stream())
                                                .filter(at -> at.covers(address))
                                                .map(at -> new Covered(one, at.path().length())))
                                .max(Comparator.comparingInt(Covered::length))
                                .map(Covered::connector));
    }

    /** Whether a service of OpenID Connect is registered with exactly this address. */
    public boolean returns(String address) {
        if (ServiceAddress.read(address).filter(this::allowed).isEmpty()) return false;
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select exists (select 1 from connector where protocol = 'OPENID' and open and :address = any (addresses))")
                                .param("address", address)
                                .query(Boolean.class)
                                .single());
    }

    /** Encrypted, or on this very machine where no real person's data are. */
    public boolean allowed(ServiceAddress address) {
        return address.isEncrypted() || address.isHere() && mode.isPlayground();
    }
}
