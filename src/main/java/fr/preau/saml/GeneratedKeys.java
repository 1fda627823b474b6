package fr.preau.saml;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Mode;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keys made at the first need and kept in the database: for the demo and the tests only. */
@Component
class GeneratedKeys {
    private final JdbcClient db;
    private final Walls walls;
    private final Mode mode;
    private final Clock clock;

    GeneratedKeys(JdbcClient db, Walls walls, Mode mode, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.mode = mode;
        this.clock = clock;
    }

    private record Row(byte[] privateKey, byte[] certificate) {
        SamlEngine.Key key() {
            try {
                return new SamlEngine.Key(
                        KeyFactory.getInstance("RSA")
                                .generatePrivate(new PKCS8EncodedKeySpec(privateKey)),
                        Certificates.read(certificate));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The key of this name, the same at every call and for every node. */
    SamlEngine.Key named(String name) {
        if (!mode.isPlayground())
            throw new IllegalStateException("in production keys come from a file");
        return walls.as(Wall.DOOR, () -> kept(name).orElseGet(() -> make(name)));
    }

    private Optional<SamlEngine.Key> kept(String name) {
        return db.sql("select private_key, certificate from saml_key where name = :name")
                .param("name", name)
                .query(Row.class)
                .optional()
                .map(Row::key);
    }

    private SamlEngine.Key make(String name) {
        var made = SelfSigned.make(name, clock.instant());
        try {
            db.sql(
                            "insert into saml_key (name, private_key, certificate) values (:name, :key, :certificate) on conflict do nothing")
                    .param("name", name)
                    .param("key", made.secret().getEncoded())
                    .param("certificate", made.certificate().getEncoded())
                    .update();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return kept(name).orElseThrow();
    }
}
