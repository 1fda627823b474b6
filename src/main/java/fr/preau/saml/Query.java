package fr.preau.saml;

import static fr.preau.saml.Refusal.unless;

import fr.preau.saml.Refusal.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** The parameters of a query as they were written, each once at most. */
final class Query {
    /**
     * Bytes. A sender must keep to 80 (SAML bindings, 3.4.3 and 3.5.3), but common modules write
     * the whole address of the page that was wanted.
     */
    private static final int LONGEST_RELAY = 1_024;

    private final Map<String, String> written = new HashMap<>();

    /** Keeps the parameters of these names; others are none of ours. */
    Query(@Nullable String query, Set<String> names) {
        for (var pair : Objects.requireNonNullElse(query, "").split("&")) {
            var cut = pair.indexOf('=');
            var name = cut < 0 ? pair : pair.substring(0, cut);
            if (names.contains(name))
                unless(written.put(name, pair.substring(cut + 1)) == null, Reason.SHAPE);
        }
    }

    /** As it was written; null when it is absent. */
    @Nullable String written(String name) {
        return written.get(name);
    }

    @Nullable String value(String name) {
        var text = written.get(name);
        try {
            return text == null ? null : URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Reason.UNREADABLE);
        }
    }

    /** What must be there. */
    String needed(String name) {
        var value = value(name);
        unless(value != null, Reason.UNREADABLE);
        return value;
    }

    /** Refuses a RelayState that is longer than any page's address should be. */
    static void measured(@Nullable String relay) {
        unless(relay == null || Xml.bytes(relay).length <= LONGEST_RELAY, Reason.SHAPE);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Reason.UNREADABLE);
        }
    }

    /** What was deflated, as far as it may be long; a longer one is refused by its reader. */
    static byte[] inflated(byte[] deflated) {
        var inflater = new Inflater(true);
        try (var in = new InflaterInputStream(new ByteArrayInputStream(deflated), inflater)) {
            return in.readNBytes(Xml.LARGEST + 1);
        } catch (IOException e) {
            throw new Refusal(Reason.UNREADABLE);
        } finally {
            inflater.end();
        }
    }

    static byte[] deflated(byte[] bytes) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        var shorter = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(shorter, deflater)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            deflater.end();
        }
        return shorter.toByteArray();
    }
}
