package fr.preau.proconnect;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import fr.preau.proconnect.Refusal.Reason;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** A token is believed when it is signed as was agreed, by a key that was published. */
class SignatureTest extends ForgedDoor {
    @Test
    void a_token_that_is_not_signed_as_agreed_is_not_believed() {
        for (var algorithm : List.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256)) {
            use(algorithm);
            for (var which : List.of("id_token", "userinfo")) {
                for (var forgery : forgeries().entrySet())
                    isRefused(
                            which + " " + forgery.getKey() + " " + algorithm,
                            forgery.getValue().reason(),
                            f -> {
                                if (which.equals("id_token"))
                                    f.idSigning = forgery.getValue().signing();
                                else f.userinfoSigning = forgery.getValue().signing();
                            });
            }
        }
    }

    private record Forgery(Reason reason, Forger.Signing signing) {}

    private Map<String, Forgery> forgeries() {
        var name = forger.algorithm.getName();
        var all = new TreeMap<String, Forgery>();
        for (var none : List.of("none", "None", "NONE", "nOnE", ""))
            for (var length : List.of(0, 64))
                all.put(
                        "alg " + none + " " + length,
                        new Forgery(
                                length == 0 || none.equals("none")
                                        ? Reason.UNREADABLE
                                        : Reason.ALGORITHM,
                                c ->
                                        Forger.raw(
                                                "{\"alg\":\"" + none + "\",\"kid\":\"key\"}",
                                                c,
                                                b -> new byte[length])));
        all.put(
                "no signature",
                new Forgery(
                        Reason.SIGNATURE,
                        c -> {
                            var right = Forger.signed(c, forger.key, forger.algorithm, "key");
                            return right.substring(0, right.lastIndexOf('.') + 1) + "AA";
                        }));
        all.put(
                "two parts",
                new Forgery(
                        Reason.UNREADABLE,
                        c -> {
                            var right = Forger.signed(c, forger.key, forger.algorithm, "key");
                            return right.substring(0, right.lastIndexOf('.'));
                        }));
        // The public key as the secret of an HMAC: what anybody can compute.
        for (var secret : publicForms().entrySet())
            all.put(
                    "HS256 by " + secret.getKey(),
                    new Forgery(
                            Reason.ALGORITHM,
                            c ->
                                    Forger.raw(
                                            "{\"alg\":\"HS256\",\"kid\":\"key\"}",
                                            c,
                                            b -> hmac(secret.getValue(), b))));
        for (var secret : publicForms().entrySet())
            all.put(
                    "an HMAC under our algorithm, by " + secret.getKey(),
                    new Forgery(
                            Reason.SIGNATURE,
                            c ->
                                    Forger.raw(
                                            "{\"alg\":\"" + name + "\",\"kid\":\"key\"}",
                                            c,
                                            b -> hmac(secret.getValue(), b))));
        all.put(
                "the client's secret",
                new Forgery(
                        Reason.ALGORITHM,
                        c ->
                                Forger.raw(
                                        "{\"alg\":\"HS256\",\"kid\":\"key\"}",
                                        c,
                                        b ->
                                                hmac(
                                                        Forger.SECRET.getBytes(
                                                                StandardCharsets.UTF_8),
                                                        b))));
        all.put(
                "another key of that name",
                new Forgery(
                        Reason.SIGNATURE,
                        c -> Forger.signed(c, forger.other(), forger.algorithm, "key")));
        all.put(
                "another key of another name",
                new Forgery(
                        Reason.SIGNATURE,
                        c -> Forger.signed(c, forger.other(), forger.algorithm, "other")));
        all.put(
                "its own key in the header",
                new Forgery(
                        Reason.SIGNATURE,
                        c -> headed(c, "\"jwk\":" + forger.other().toPublicJWK().toJSONString())));
        all.put(
                "an address of keys in the header",
                new Forgery(
                        Reason.SIGNATURE,
                        c -> headed(c, "\"jku\":\"" + forger.base() + "/others\",\"kid\":\"x\"")));
        all.put(
                "something critical that nobody knows",
                new Forgery(
                        Reason.SIGNATURE,
                        c -> headed(c, "\"crit\":[\"http://x\"],\"http://x\":1")));
        all.put(
                "the signature of null (CVE-2022-21449)",
                new Forgery(
                        Reason.SIGNATURE,
                        c ->
                                Forger.raw(
                                        "{\"alg\":\"" + name + "\",\"kid\":\"key\"}",
                                        c,
                                        b -> new byte[64])));
        all.put(
                "another algorithm of the family",
                new Forgery(
                        Reason.ALGORITHM,
                        c ->
                                forger.key instanceof RSAKey
                                        ? Forger.signed(c, forger.key, JWSAlgorithm.PS256, "key")
                                        : Forger.raw(
                                                "{\"alg\":\"ES512\",\"kid\":\"key\"}",
                                                c,
                                                b -> new byte[132])));
        all.put(
                "changed after signing",
                new Forgery(
                        Reason.SIGNATURE,
                        c -> {
                            var right = Forger.signed(c, forger.key, forger.algorithm, "key");
                            var parts = right.split("\\.");
                            var claims = new TreeMap<>(c);
                            claims.put("role", "mayor");
                            return parts[0]
                                    + "."
                                    + Base64URL.encode(
                                            com.nimbusds.jose.util.JSONObjectUtils.toJSONString(
                                                    claims))
                                    + "."
                                    + parts[2];
                        }));
        all.put("not a token", new Forgery(Reason.UNREADABLE, c -> "eyJ.eyJ.AA"));
        all.put("nothing", new Forgery(Reason.UNREADABLE, c -> ""));
        all.put(
                "very long",
                new Forgery(
                        Reason.UNREADABLE,
                        c -> {
                            var claims = new TreeMap<>(c);
                            claims.put("more", "x".repeat(20_000));
                            return Forger.signed(claims, forger.key, forger.algorithm, "key");
                        }));
        return all;
    }

    private String headed(Map<String, Object> claims, String more) {
        var header = "{\"alg\":\"" + forger.algorithm.getName() + "\"," + more + "}";
        return Forger.raw(header, claims, b -> bySomebody(b));
    }

    /** A right signature of the other key under any header. */
    private byte[] bySomebody(byte[] signed) {
        try {
            var signer =
                    forger.other() instanceof RSAKey rsa
                            ? new com.nimbusds.jose.crypto.RSASSASigner(rsa)
                            : new com.nimbusds.jose.crypto.ECDSASigner(forger.other().toECKey());
            return signer.sign(new com.nimbusds.jose.JWSHeader(forger.algorithm), signed).decode();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, byte[]> publicForms() {
        try {
            var key =
                    forger.key instanceof RSAKey rsa
                            ? rsa.toRSAPublicKey()
                            : forger.key.toECKey().toECPublicKey();
            var der = key.getEncoded();
            var pem =
                    "-----BEGIN PUBLIC KEY-----\n"
                            + java.util.Base64.getMimeEncoder(64, new byte[] {'\n'})
                                    .encodeToString(der)
                            + "\n-----END PUBLIC KEY-----\n";
            return Map.of(
                    "DER",
                    der,
                    "PEM",
                    pem.getBytes(StandardCharsets.US_ASCII),
                    "JWK",
                    forger.key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8));
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] secret, byte[] bytes) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void keys_that_are_too_weak_or_for_something_else_verify_nothing() throws Exception {
        use(JWSAlgorithm.RS256);
        var right = forger.key;
        for (var one :
                List.of(
                        new RSAKey.Builder(right.toRSAKey())
                                .keyUse(com.nimbusds.jose.jwk.KeyUse.ENCRYPTION)
                                .build(),
                        new RSAKey.Builder(right.toRSAKey()).algorithm(JWSAlgorithm.RS512).build(),
                        Forger.ec("key"))) {
            registration.put(forger.counterpart());
            isRefused("not for this", Reason.SIGNATURE, f -> f.published = new JWKSet(one));
        }
        registration.put(forger.counterpart());
        isRefused(
                "two of one name",
                Reason.SIGNATURE,
                f -> f.published = new JWKSet(List.of(f.key, f.other())));
    }
}
