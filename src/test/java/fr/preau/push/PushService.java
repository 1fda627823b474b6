package fr.preau.push;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The push service of a browser, on this machine, and the telephones that it reaches. */
public final class PushService implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Phone> phones = new ConcurrentHashMap<>();
    private final List<Integer> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 201;

    public PushService() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** What a telephone has read, and who wrote: the headers that came, what the token claims. */
    public record Arrived(
            Map<String, Object> words, String header, Map<String, Object> claims, String key) {}

    /** A browser of its own, with the keys that nobody else has. */
    public final class Phone {
        private final ECKey key = made();
        private final byte[] secret = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        private final String name = "phone-" + phones.size();
        final List<Arrived> arrived = new CopyOnWriteArrayList<>();

        public String endpoint() {
            return base() + "/send/" + name;
        }

        public String point() {
            return Base64URL.encode(pointOf(key)).toString();
        }

        public String secret() {
            return Base64URL.encode(secret).toString();
        }

        public List<Arrived> arrived() {
            return arrived;
        }
    }

    public Phone phone() {
        var phone = new Phone();
        phones.put("/send/" + phone.name, phone);
        return phone;
    }

    /** From now on it answers so, and takes nothing unless that is 201. */
    public PushService answering(int answer) {
        status = answer;
        return this;
    }

    /** How many times it was asked. */
    public int asked() {
        return asked.size();
    }

    private String base() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(status);
        var body = exchange.getRequestBody().readAllBytes();
        var phone = phones.get(exchange.getRequestURI().getPath());
        if (status == 307) exchange.getResponseHeaders().set("Location", base() + "/elsewhere");
        else if (status == 201) phone.arrived.add(read(exchange, phone, body));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static Arrived read(HttpExchange exchange, Phone phone, byte[] body) {
        try {
            var head = exchange.getRequestHeaders();
            var proof = head.getFirst("Authorization").replaceFirst("^vapid ", "").split(", ");
            var token = SignedJWT.parse(proof[0].substring("t=".length()));
            var given = proof[1].substring("k=".length());
            if (!token.verify(new ECDSAVerifier(Subscriber.keyAt(new Base64URL(given).decode()))))
                throw new IllegalStateException("not signed by the key that it names");
            return new Arrived(
                    JSONObjectUtils.parse(new String(opened(phone, body), StandardCharsets.UTF_8)),
                    head.getFirst("Content-Encoding")
                            + " "
                            + head.getFirst("TTL")
                            + " "
                            + head.getFirst("Urgency"),
                    token.getJWTClaimsSet().toJSONObject(),
                    given);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 8188 and 8291 read from the other side, with nothing of what writes. */
    private static byte[] opened(Phone phone, byte[] body) throws Exception {
        var in = ByteBuffer.wrap(body);
        var salt = take(in, 16);
        in.getInt();
        var sender = take(in, in.get());
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(phone.key.toECPrivateKey());
        agreement.doPhase(Subscriber.keyAt(sender), true);
        var info =
                ByteBuffer.allocate(14 + 65 + 65 + 1)
                        .put("WebPush: info\0".getBytes(StandardCharsets.US_ASCII))
                        .put(pointOf(phone.key))
                        .put(sender)
                        .put((byte) 1)
                        .array();
        var shared = mac(mac(phone.secret, agreement.generateSecret()), info);
        var from = mac(salt, shared);
        var key = Arrays.copyOf(mac(from, label("aes128gcm")), 16);
        var nonce = Arrays.copyOf(mac(from, label("nonce")), 12);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(128, nonce));
        var padded = cipher.doFinal(take(in, in.remaining()));
        var end = padded.length - 1;
        while (padded[end] == 0) end--;
        if (padded[end] != 2) throw new IllegalStateException("not the last record");
        return Arrays.copyOf(padded, end);
    }

    private static byte[] label(String name) {
        return ("Content-Encoding: " + name + "\0\u0001").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] take(ByteBuffer in, int length) {
        var bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static byte[] mac(byte[] key, byte[] text) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static ECKey made() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] pointOf(ECKey key) {
        return ByteBuffer.allocate(65)
                .put((byte) 4)
                .put(key.getX().decode())
                .put(key.getY().decode())
                .array();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
