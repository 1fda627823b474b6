package fr.preau.connectors;

import fr.preau.connectors.Connector.Protocol;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The services that the région writes down, open or not. */
@Component
class Registry {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    Registry(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    /** All of them, by title. */
    List<Connector> all() {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(ConnectorRows.SELECT + " order by c.title, c.id")
                                .query(ConnectorRows::read)
                                .list());
    }

    Optional<Connector> of(String slug) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(ConnectorRows.SELECT + " where c.slug = :slug")
                                .param("slug", slug)
                                .query(ConnectorRows::read)
                                .optional());
    }

    /** Writes a service; one that is known keeps its state and its identifiers. */
    void keep(Connector one) {
        walls.as(
                Wall.DOOR,
                () -> {
                    var id = write(one);
                    db.sql("delete from connector_place where connector_id = :id")
                            .param("id", id)
                            .update();
                    db.sql(
                                    "insert into connector_place (connector_id, structure_id) select :id, unnest(:places::bigint[])")
                            .param("id", id)
                            .param("places", ConnectorRows.longs(one.places()))
                            .update();
                });
    }

    private long write(Connector one) {
        var key = new byte[32];
        RANDOM.nextBytes(key);
        return db.sql(
                        """
                        insert into connector (slug, title, purpose, protocol, name, addresses, callbacks, sign_out, certificates, shared_secret, profiles, attributes, pseudonym_key, open, changed_at)
                        values (:slug, :title, :purpose, :protocol, :name, :addresses, :callbacks, :out, :certificates, :secret, :profiles, :attributes, :key, :open, :now)
                        on conflict (slug) do update set title = excluded.title, purpose = excluded.purpose, name = excluded.name,
                               addresses = excluded.addresses, callbacks = excluded.callbacks, sign_out = excluded.sign_out,
                               certificates = excluded.certificates, shared_secret = coalesce(excluded.shared_secret, connector.shared_secret),
                               profiles = excluded.profiles, attributes = excluded.attributes, changed_at = excluded.changed_at
                        returning id
                        """)
                .param("slug", one.slug())
                .param("title", one.title())
                .param("purpose", one.purpose())
                .param("protocol", one.protocol().name())
                .param("name", one.name(), Types.VARCHAR)
                .param("addresses", one.addresses().toArray(String[]::new))
                .param("callbacks", one.callbacks().toArray(String[]::new))
                .param("out", one.signOut(), Types.VARCHAR)
                .param("certificates", one.certificates().toArray(String[]::new))
                .param("secret", one.sharedSecret(), Types.BINARY)
                .param("profiles", names(one.profiles()))
                .param("attributes", names(one.attributes()))
                .param("key", key)
                .param("open", one.open())
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    private static String[] names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toArray(String[]::new);
    }

    /** Whether another service has this name in its protocol already. */
    boolean isTaken(Protocol protocol, String name, String slug) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select exists (select 1 from connector where protocol = :protocol and name = :name and slug <> :slug)")
                                .param("protocol", protocol.name())
                                .param("name", name)
                                .param("slug", slug)
                                .query(Boolean.class)
                                .single());
    }

    /** Opens or closes a service; false when it is so already. */
    boolean turn(String slug, boolean open) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                                "update connector set open = :open, changed_at = :now where slug = :slug and open <> :open")
                                        .param("open", open)
                                        .param("slug", slug)
                                        .param("now", Timestamp.from(clock.instant()))
                                        .update()
                                == 1);
    }
}
