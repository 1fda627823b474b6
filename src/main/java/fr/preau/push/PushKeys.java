package fr.preau.push;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys by which push services know us (VAPID, RFC 8292). A device holds to the key that it was
 * given: the newest is given, the others sign for the devices that know them.
 */
@Component
class PushKeys {
    /** Less than the day that is allowed. */
    private static final Duration LASTS = Duration.ofHours(12);

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    PushKeys(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    private record Kept(long id, String jwk) {
        ECKey key() {
            try {
                return ECKey.parse(jwk);
            } catch (ParseException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The newest, made the first time that it is asked for. */
    Push.Key newest() {
        var kept =
                walls.as(
                        Wall.DOOR,
                        () ->
                                read().orElseGet(() -> {
                                    // Two nodes that start together make one: whoever waits finds
                                    // it.
                                    db.sql("select pg_advisory_xact_lock(hashtext('push_key'))")
                                            .query((row, n) -> n)
                                            .list();
                                    if (read().isEmpty()) make();
                                    return read().orElseThrow();
                                }));
        return new Push.Key(kept.id(), publicOf(kept.key()));
    }

    private Optional<Kept> read() {
        return db.sql("select id, jwk from push_key order by id desc limit 1")
                .query(Kept.class)
                .optional();
    }

    /** The next key, from now on given to devices. Called behind {@code Wall.DOOR}. */
    void make() {
        try {
            db.sql("insert into push_key (jwk, made_at) values (:jwk, :now)")
                    .param("jwk", new ECKeyGenerator(Curve.P_256).generate().toJSONString())
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Forgets every key but the newest, and so the devices that hold to one of them. */
    int revokeOlder() {
        return db.sql("delete from push_key where id < (select max(id) from push_key)").update();
    }

    /**
     * The header by which a service at {@code audience} knows us; nothing for a key that is gone.
     */
    Optional<String> authorization(long key, String audience, String contact) {
        return walls.as(
                        Wall.DOOR,
                        () ->
                                db.sql("select id, jwk from push_key where id = :key")
                                        .param("key", key)
                                        .query(Kept.class)
                                        .optional())
                .map(Kept::key)
                .map(kept -> "vapid t=" + token(kept, audience, contact) + ", k=" + publicOf(kept));
    }

    private String token(ECKey key, String audience, String contact) {
        var claims =
                new JWTClaimsSet.Builder()
                        .audience(audience)
                        .subject(contact)
                        .expirationTime(Date.from(clock.instant().plus(LASTS)))
                        .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(JOSEObjectType.JWT).build();
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String publicOf(ECKey key) {
        try {
            return Base64URL.encode(Subscriber.pointOf(key.toECPublicKey())).toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
