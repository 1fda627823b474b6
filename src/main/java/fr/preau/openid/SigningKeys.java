package fr.preau.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.preau.access.Tokens;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.jobs.RecurringWork;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys that sign (RS256, which every service must know: Core 1.0, 15.1). They follow one
 * another: services that keep our list of keys have a day to learn the next one before it signs.
 */
@Component
class SigningKeys implements RecurringWork {
    private static final Duration SIGNS = Duration.ofDays(90);
    private static final Duration KNOWN_BEFORE = Duration.ofDays(1);
    private static final Duration KNOWN_AFTER = Duration.ofDays(1);

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    SigningKeys(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    private record Kept(String jwk, Instant madeAt) {}

    /** What everybody may know of the keys, the newest first. */
    List<Map<String, Object>> published() {
        return keys().stream().map(kept -> parse(kept).toPublicJWK().toJSONObject()).toList();
    }

    /** Signs claims; {@code type} as the header says it, e.g. {@code JWT}. */
    String sign(JWTClaimsSet claims, String type) {
        var key = signing();
        var jwt =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .type(new JOSEObjectType(type))
                                .keyID(key.getKeyID())
                                .build(),
                        claims);
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    /** The newest that everybody has had time to learn; the very first signs at once. */
    private RSAKey signing() {
        var all = keys();
        var known = clock.instant().minus(KNOWN_BEFORE);
        return parse(
                all.stream()
                        .filter(kept -> !kept.madeAt().isAfter(known))
                        .findFirst()
                        .orElse(all.getLast()));
    }

    private List<Kept> keys() {
        return walls.as(
                Wall.DOOR,
                () -> {
                    var all = read();
                    if (all.isEmpty()) {
                        // Two nodes that start together make one: whoever waits finds it.
                        db.sql("select pg_advisory_xact_lock(hashtext('openid_key'))")
                                .query((row, n) -> n)
                                .list();
                        if (read().isEmpty()) make();
                        all = read();
                    }
                    return all;
                });
    }

    private List<Kept> read() {
        return db.sql("select jwk, made_at from openid_key order by made_at desc, name")
                .query(Kept.class)
                .list();
    }

    private void make() {
        var name = Tokens.make(96);
        try {
            var key =
                    new RSAKeyGenerator(2048)
                            .keyID(name)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.RS256)
                            .generate();
            db.sql("insert into openid_key (name, jwk, made_at) values (:name, :jwk, :now)")
                    .param("name", name)
                    .param("jwk", key.toJSONString())
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey parse(Kept kept) {
        try {
            return JWK.parse(kept.jwk()).toRSAKey();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return "openid-keys";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    /**
     * Makes the next key when the last has served its time, and forgets those that no answer needs.
     */
    @Override
    public void run() {
        var newest = keys().getFirst().madeAt();
        var now = clock.instant();
        walls.as(
                Wall.DOOR,
                () -> {
                    if (newest.plus(SIGNS).isBefore(now)) make();
                    db.sql(
                                    """
                                    delete from openid_key k where exists (select 1 from openid_key o where o.made_at > k.made_at and o.made_at < :before)
                                    """)
                            .param(
                                    "before",
                                    Timestamp.from(now.minus(KNOWN_BEFORE).minus(KNOWN_AFTER)))
                            .update();
                });
    }
}
