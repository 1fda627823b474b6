package fr.preau.saml;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.saml.IdentityProvider.Kind;
import fr.preau.web.Mode;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The doors kept by others that are known here. The demo's own are none elsewhere. */
@Component
class IdentityProviders {
    private final JdbcClient db;
    private final Walls walls;
    private final Mode mode;
    private final Clock clock;

    IdentityProviders(JdbcClient db, Walls walls, Mode mode, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.mode = mode;
        this.clock = clock;
    }

    /** All of them, open or not, EduConnect first. */
    List<IdentityProvider> all() {
        return walls.as(
                Wall.DOOR,
                () ->
                        db
                                .sql(
                                        "select * from identity_provider order by kind desc, academy nulls first")
                                .query(IdentityProviders::read)
                                .list()
                                .stream()
                                .filter(one -> mode.isDemo() || !one.demo())
                                .toList());
    }

    Optional<IdentityProvider> of(String slug) {
        return all().stream().filter(one -> one.slug().equals(slug)).findFirst();
    }

    /** The door of this name, when it is open. */
    Optional<IdentityProvider> open(String slug) {
        return of(slug).filter(IdentityProvider::open);
    }

    /**
     * Writes what a provider is; one that is known keeps its state. False, and nothing is changed,
     * when another door has this name in messages.
     */
    boolean keep(IdentityProvider one) {
        return walls.as(
                Wall.DOOR,
                () -> {
                    var taken =
                            db.sql(
                                            "select count(*) from identity_provider where entity_id = :entity and slug <> :slug")
                                    .param("entity", one.entityId())
                                    .param("slug", one.slug())
                                    .query(Long.class)
                                    .single();
                    if (taken > 0) return false;
                    db.sql(
                                    """
                                    insert into identity_provider (slug, kind, academy, entity_id, sign_on, certificates, return_hosts, strong_contexts, open, demo, changed_at,
                                           sign_out, sign_out_answer, tells_sign_out)
                                    values (:slug, :kind, :academy, :entity, :signOn, :certificates, :hosts, :contexts, :open, :demo, :now,
                                           :signOut, :signOutAnswer, :tells)
                                    on conflict (slug) do update set entity_id = excluded.entity_id, sign_on = excluded.sign_on, certificates = excluded.certificates,
                                           return_hosts = excluded.return_hosts, strong_contexts = excluded.strong_contexts, demo = excluded.demo, changed_at = excluded.changed_at,
                                           sign_out = excluded.sign_out, sign_out_answer = excluded.sign_out_answer, tells_sign_out = excluded.tells_sign_out
                                    """)
                            .param("slug", one.slug())
                            .param("kind", one.kind().name())
                            .param("academy", one.academy(), Types.VARCHAR)
                            .param("entity", one.entityId())
                            .param("signOn", one.signOn())
                            .param(
                                    "certificates",
                                    one.certificates().stream()
                                            .map(Certificates::write)
                                            .toArray(String[]::new))
                            .param("hosts", one.returnHosts().toArray(String[]::new))
                            .param("contexts", one.strongContexts().toArray(String[]::new))
                            .param("open", one.open())
                            .param("demo", one.demo())
                            .param("now", Timestamp.from(clock.instant()))
                            .param("signOut", one.signOut(), Types.VARCHAR)
                            .param("signOutAnswer", one.signOutAnswer(), Types.VARCHAR)
                            .param("tells", one.tellsSignOut())
                            .update();
                    return true;
                });
    }

    /** Opens or closes a door; false when it is so already. */
    boolean turn(String slug, boolean open) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                                "update identity_provider set open = :open, changed_at = :now where slug = :slug and open <> :open")
                                        .param("open", open)
                                        .param("slug", slug)
                                        .param("now", Timestamp.from(clock.instant()))
                                        .update()
                                == 1);
    }

    /** The académies whose agents may have a desk. */
    List<String> academies() {
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        "select distinct academy from structure where kind = 'ACADEMY' and academy is not null order by 1")
                                .query(String.class)
                                .list());
    }

    private static IdentityProvider read(ResultSet row, int n) throws SQLException {
        return new IdentityProvider(
                row.getString("slug"),
                Kind.valueOf(row.getString("kind")),
                row.getString("academy"),
                row.getString("entity_id"),
                row.getString("sign_on"),
                certificates(row.getArray("certificates")),
                strings(row.getArray("return_hosts")),
                strings(row.getArray("strong_contexts")),
                row.getBoolean("open"),
                row.getBoolean("demo"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("sign_out"),
                row.getString("sign_out_answer"),
                row.getBoolean("tells_sign_out"));
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static List<X509Certificate> certificates(Array array) throws SQLException {
        var read = new ArrayList<X509Certificate>();
        for (var one : strings(array))
            try {
                read.add(Certificates.read(one));
            } catch (CertificateException e) {
                throw new IllegalStateException("a kept certificate cannot be read", e);
            }
        return read;
    }
}
