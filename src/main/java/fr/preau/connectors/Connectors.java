package fr.preau.connectors;

import fr.preau.connectors.Connector.Protocol;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.Mode;
import fr.preau.web.Profile;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The services that are registered, and for whom each is open. */
@Component
public class Connectors {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALL =
            """
            select c.*, array(select p.structure_id from connector_place p where p.connector_id = c.id order by 1) as places from connector c
            """;

    private final JdbcClient db;
    private final Walls walls;
    private final Mode mode;
    private final Clock clock;

    Connectors(JdbcClient db, Walls walls, Mode mode, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.mode = mode;
        this.clock = clock;
    }

    /** All of them, open or not, by title. */
    List<Connector> all() {
        return walls.as(
                Wall.DOOR,
                () -> db.sql(ALL + " order by c.title, c.id").query(Connectors::read).list());
    }

    Optional<Connector> of(String slug) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(ALL + " where c.slug = :slug")
                                .param("slug", slug)
                                .query(Connectors::read)
                                .optional());
    }

    /** The open service of this row. */
    public Optional<Connector> open(long id) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(ALL + " where c.id = :id and c.open")
                                .param("id", id)
                                .query(Connectors::read)
                                .optional());
    }

    /** The open service that bears this name in SAML or OpenID Connect. */
    public Optional<Connector> named(Protocol protocol, String name) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(ALL + " where c.protocol = :protocol and c.name = :name and c.open")
                                .param("protocol", protocol.name())
                                .param("name", name)
                                .query(Connectors::read)
                                .optional());
    }

    /**
     * The open CAS service at this address: it lies at, or beneath, one of those that are
     * registered; the closest when several cover it.
     */
    public Optional<Connector> at(ServiceAddress address) {
        if (!allowed(address)) return Optional.empty();
        return walls.as(
                Wall.DOOR,
                () ->
                        db
                                .sql(ALL + " where c.protocol = 'CAS' and c.open order by c.id")
                                .query(Connectors::read)
                                .list()
                                .stream()
                                .flatMap(one ->
                                        one.addresses().stream()
                                                .flatMap(prefix ->
                                                        ServiceAddress.read(prefix).stream())
                                                .filter(prefix -> prefix.covers(address))
                                                .map(prefix ->
                                                        new Found(one, prefix.path().length())))
                                .max(java.util.Comparator.comparingInt(Found::closeness))
                                .map(Found::connector));
    }

    /**
     * Whether an open service of SAML or OpenID Connect is registered with exactly this address.
     */
    public boolean returns(String address) {
        if (ServiceAddress.read(address).filter(this::allowed).isEmpty()) return false;
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select exists (select 1 from connector where protocol <> 'CAS' and open and :address = any (addresses))")
                                .param("address", address)
                                .query(Boolean.class)
                                .single());
    }

    private record Found(Connector connector, int closeness) {}

    /** Encrypted, or on this very machine where no real person's data are. */
    public boolean allowed(ServiceAddress address) {
        return address.isEncrypted() || address.isHere() && mode.isPlayground();
    }

    /** Whether a service is open to this actor: for the profile, at a place of theirs. */
    public boolean admits(Connector connector, Actor actor) {
        return connector.open()
                && connector.profiles().contains(actor.profile())
                && !placesOf(connector, actor).isEmpty();
    }

    /** The structures of the actor at which the service is open. */
    List<Long> placesOf(Connector connector, Actor actor) {
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        """
                                        with recursive up as (
                                            select s.id as mine, s.id, s.parent_id, s.town_id from structure s where s.id = any (:mine)
                                            union
                                            select u.mine, s.id, s.parent_id, s.town_id from up u join structure s on s.id = u.parent_id or s.id = u.town_id)
                                        select distinct mine from up where id = any (:places) order by 1
                                        """)
                                .param("mine", longs(actor.structures()))
                                .param("places", longs(connector.places()))
                                .query(Long.class)
                                .list());
    }

    private static long[] longs(List<Long> list) {
        return list.stream().mapToLong(Long::longValue).toArray();
    }

    /** Writes a service; one that is known keeps its state and its identifiers. */
    void keep(Connector one) {
        var key = new byte[32];
        RANDOM.nextBytes(key);
        walls.as(
                Wall.DOOR,
                () -> {
                    var id =
                            db.sql(
                                            """
                                            insert into connector (slug, title, purpose, protocol, name, addresses, callbacks, certificates, shared_secret, profiles, attributes,
                                                                   pseudonym_key, open, changed_at)
                                            values (:slug, :title, :purpose, :protocol, :name, :addresses, :callbacks, :certificates, :secret, :profiles, :attributes, :key, :open, :now)
                                            on conflict (slug) do update set title = excluded.title, purpose = excluded.purpose, name = excluded.name,
                                                   addresses = excluded.addresses, callbacks = excluded.callbacks, certificates = excluded.certificates,
                                                   shared_secret = coalesce(excluded.shared_secret, connector.shared_secret), profiles = excluded.profiles,
                                                   attributes = excluded.attributes, changed_at = excluded.changed_at
                                            returning id
                                            """)
                                    .param("slug", one.slug())
                                    .param("title", one.title())
                                    .param("purpose", one.purpose())
                                    .param("protocol", one.protocol().name())
                                    .param("name", one.name(), Types.VARCHAR)
                                    .param("addresses", one.addresses().toArray(String[]::new))
                                    .param("callbacks", one.callbacks().toArray(String[]::new))
                                    .param(
                                            "certificates",
                                            one.certificates().toArray(String[]::new))
                                    .param("secret", one.sharedSecret(), Types.BINARY)
                                    .param("profiles", names(one.profiles()))
                                    .param("attributes", names(one.attributes()))
                                    .param("key", key)
                                    .param("open", one.open())
                                    .param("now", Timestamp.from(clock.instant()))
                                    .query(Long.class)
                                    .single();
                    db.sql("delete from connector_place where connector_id = :id")
                            .param("id", id)
                            .update();
                    db.sql(
                                    "insert into connector_place (connector_id, structure_id) select :id, unnest(:places::bigint[])")
                            .param("id", id)
                            .param("places", longs(one.places()))
                            .update();
                });
    }

    private static String[] names(java.util.Collection<? extends Enum<?>> values) {
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

    /** The secret that makes this service's identifiers. */
    byte[] pseudonymKey(Connector connector) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql("select pseudonym_key from connector where id = :id")
                                .param("id", connector.id())
                                .query(byte[].class)
                                .single());
    }

    private static Connector read(ResultSet row, int n) throws SQLException {
        return new Connector(
                row.getLong("id"),
                row.getString("slug"),
                row.getString("title"),
                row.getString("purpose"),
                Protocol.valueOf(row.getString("protocol")),
                row.getString("name"),
                strings(row, "addresses"),
                strings(row, "callbacks"),
                strings(row, "certificates"),
                row.getBytes("shared_secret"),
                profiles(strings(row, "profiles")),
                strings(row, "attributes").stream()
                        .flatMap(name -> Attribute.named(name).stream())
                        .sorted()
                        .toList(),
                List.of((Long[]) row.getArray("places").getArray()),
                row.getBoolean("open"),
                row.getTimestamp("changed_at").toInstant());
    }

    private static Set<Profile> profiles(List<String> names) {
        return Stream.of(Profile.values())
                .filter(profile -> names.contains(profile.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Profile.class)));
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
