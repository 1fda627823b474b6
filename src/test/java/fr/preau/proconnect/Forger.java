package fr.preau.proconnect;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.preau.access.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/**
 * A counterpart that a test holds in its hand: right in everything until one thing is changed. What
 * it answers next is in its fields.
 */
final class Forger implements AutoCloseable {
    static final String ISSUER = "https://proconnect.example/api/v2";
    static final String CLIENT = "preau-of-the-tests";
    static final String SECRET = "secret-of-the-tests-of-more-than-32-characters";
    static final String IDP = "idp-of-the-tests";
    static final String SUBJECT = "mireille-at-the-forger";

    /** Made once: a key of RSA takes long. */
    private static final RSAKey RSA = rsa("key");

    static final RSAKey OTHER_RSA = rsa("key");
    private static final ECKey EC = ec("key");
    static final ECKey OTHER_EC = ec("key");

    final JWSAlgorithm algorithm;
    private final Clock clock;
    private final HttpServer server;
    final List<String> asked = new ArrayList<>();

    JWK key;
    JWKSet published;
    Map<String, Object> description;
    Map<String, Object> idToken;
    Map<String, Object> userinfo;
    Map<String, Object> tokens;
    Signing idSigning;
    Signing userinfoSigning;
    String tokensType;
    String userinfoType;
    int status;
    byte[] padding;
    boolean silent;
    String redirect;
    Map<String, String> redeemed;

    /** How claims become a token. */
    interface Signing {
        String sign(Map<String, Object> claims) throws JOSEException, ParseException;
    }

    Forger(JWSAlgorithm algorithm, Clock clock) {
        this.algorithm = algorithm;
        this.clock = clock;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        beRight();
    }

    private static RSAKey rsa(String name) {
        try {
            return new RSAKeyGenerator(2048).keyID(name).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static ECKey ec(String name) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(name).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String base() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    Counterpart counterpart() {
        return new Counterpart(
                ISSUER,
                URI.create(base() + "/.well-known/openid-configuration"),
                CLIENT,
                SECRET,
                algorithm,
                Set.of(),
                // Long enough for a busy machine, short enough for one that never answers.
                silent ? Duration.ofMillis(200) : Duration.ofSeconds(20),
                true);
    }

    JWK other() {
        return algorithm.equals(JWSAlgorithm.ES256) ? OTHER_EC : OTHER_RSA;
    }

    /** Everything as it should be, of an agent whose commune has a convention. */
    void beRight() {
        key = algorithm.equals(JWSAlgorithm.ES256) ? EC : RSA;
        published = new JWKSet(key);
        description = new TreeMap<>();
        description.put("issuer", ISSUER);
        for (var name : List.of("authorization", "token", "userinfo"))
            description.put(name + "_endpoint", base() + "/" + name);
        description.put("end_session_endpoint", base() + "/end");
        description.put("jwks_uri", base() + "/jwks");
        var now = clock.instant().getEpochSecond();
        idToken = new TreeMap<>();
        idToken.put("iss", ISSUER);
        idToken.put("aud", CLIENT);
        idToken.put("sub", SUBJECT);
        idToken.put("iat", now);
        idToken.put("exp", now + 60);
        idToken.put("amr", List.of("pwd", "mfa"));
        userinfo = new TreeMap<>(idToken);
        userinfo.remove("amr");
        userinfo.put("idp_id", IDP);
        userinfo.put("email", "mireille@cazouls.example");
        userinfo.put("given_name", "Mireille");
        userinfo.put("usual_name", "Castan");
        userinfo.put("siret", "21340069000011");
        tokens = new TreeMap<>();
        tokens.put("access_token", "access-" + Tokens.make(128));
        tokens.put("token_type", "Bearer");
        idToken.put("at_hash", TokenReader.half(Tokens.hash(access())));
        idSigning = claims -> signed(claims, key, algorithm, key.getKeyID());
        userinfoSigning = idSigning;
        tokensType = "application/json; charset=utf-8";
        userinfoType = "application/jwt";
        status = 200;
        padding = new byte[0];
        silent = false;
        redirect = null;
        redeemed = Map.of();
        asked.clear();
    }

    String access() {
        return String.valueOf(tokens.get("access_token"));
    }

    static String signed(Map<String, Object> claims, JWK key, JWSAlgorithm algorithm, String name)
            throws JOSEException, ParseException {
        JWSSigner signer =
                key instanceof ECKey curve
                        ? new ECDSASigner(curve)
                        : new RSASSASigner(key.toRSAKey());
        var token =
                new SignedJWT(
                        new JWSHeader.Builder(algorithm)
                                .type(JOSEObjectType.JWT)
                                .keyID(name)
                                .build(),
                        JWTClaimsSet.parse(claims));
        token.sign(signer);
        return token.serialize();
    }

    /** A token under a header that the test writes, signed by whatever signs these bytes. */
    static String raw(String header, Map<String, Object> claims, Bytes signature) {
        var signed = base64(header) + "." + base64(JSONObjectUtils.toJSONString(claims));
        return signed
                + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(signature.of(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    interface Bytes {
        byte[] of(byte[] bytes);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        asked.add(path);
        // Left without an answer: the other side has to tire of it.
        if (silent && !path.startsWith("/.well-known")) return;
        if (redirect != null && path.equals("/token")) {
            exchange.getResponseHeaders().set("Location", redirect);
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
            return;
        }
        try {
            switch (path) {
                case "/.well-known/openid-configuration" ->
                        send(
                                exchange,
                                "application/json",
                                JSONObjectUtils.toJSONString(description));
                case "/jwks" ->
                        send(exchange, "application/json", published.toPublicJWKSet().toString());
                case "/token" -> {
                    redeemed = form(exchange);
                    var given = new TreeMap<>(tokens);
                    given.put("id_token", idSigning.sign(idToken));
                    send(exchange, tokensType, JSONObjectUtils.toJSONString(given));
                }
                case "/userinfo" -> send(exchange, userinfoType, userinfoSigning.sign(userinfo));
                default -> send(exchange, "text/plain", "");
            }
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        var fields = new LinkedHashMap<String, String>();
        var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (var pair : text.split("&")) {
            var parts = pair.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    private void send(HttpExchange exchange, String type, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(
                exchange.getRequestURI().getPath().startsWith("/.well-known") ? 200 : status,
                body.length + padding.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
            out.write(padding);
        } catch (IOException tooLong) {
            // The reader had enough of it: that is what is tried.
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
