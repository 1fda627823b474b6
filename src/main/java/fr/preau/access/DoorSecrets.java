package fr.preau.access;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seals with a secret of this installation, which only the door reads; once, as a secret is never
 * another.
 */
@Component
public class DoorSecrets {
    private final JdbcClient db;
    private final Walls walls;
    private final Map<String, byte[]> secrets = new ConcurrentHashMap<>();

    DoorSecrets(JdbcClient db, Walls walls) {
        this.db = db;
        this.walls = walls;
    }

    /** HMAC-SHA-256 of the text under the secret of this name; 32 bytes. */
    public byte[] seal(String name, String text) {
        var secret = secrets.get(name);
        if (secret == null) secrets.put(name, secret = read(name));
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] read(String name) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql("select secret from door_secret where name = :name")
                                .param("name", name)
                                .query(byte[].class)
                                .single());
    }
}
