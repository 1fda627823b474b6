package fr.preau.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Styles, scripts, fonts, pictures and sounds, held in memory, compressed once, under an address
 * that changes with their content and may be kept by the browser for ever. The style sheets and the
 * scripts are one file each in the source and one file on the line.
 */
@Component
public final class Assets {
    private static final String SHEET = "css/preau.css";
    private static final String SCRIPT = "js/preau.js";

    private final Map<String, Asset> byPath = new TreeMap<>();
    private final String version;

    /** One file: its bytes, compressed when that makes it smaller. */
    record Asset(String type, byte[] plain, byte @Nullable [] gzip) {}

    Assets() {
        var files = read();
        version = hash(files);
        byPath.put(SHEET, asset(SHEET, sheet(files)));
        byPath.put(SCRIPT, asset(SCRIPT, script(files)));
        files.forEach((path, bytes) -> {
            if (!path.endsWith(".css") && !path.startsWith("js/"))
                byPath.put(path, asset(path, bytes));
        });
    }

    /** The address of the one style sheet. */
    public String sheet() {
        return at(SHEET);
    }

    /** The address of the one script. */
    public String script() {
        return at(SCRIPT);
    }

    /** The address of a file, e.g. {@code img/icons.svg}. */
    public String at(String path) {
        return "/assets/" + version + "/" + path;
    }

    public String icon(String name) {
        return at("img/icons.svg") + "#" + name;
    }

    @Nullable Asset find(String path) {
        return byPath.get(path);
    }

    private static Map<String, byte[]> read() {
        try {
            var files = new TreeMap<String, byte[]>();
            for (var file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath:/static/**/*.*")) {
                var url = file.getURL().toString();
                files.put(
                        url.substring(url.lastIndexOf("/static/") + "/static/".length()),
                        file.getContentAsByteArray());
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] sheet(Map<String, byte[]> files) {
        var sheets = new TreeMap<String, String>();
        files.forEach((path, bytes) -> {
            if (path.endsWith(".css"))
                sheets.put(order(path), new String(bytes, StandardCharsets.UTF_8));
        });
        var whole = sheets.values().stream().collect(Collectors.joining("\n"));
        return slim(whole.replaceAll(
                        "url\\((['\"]?)(?:/|(?:\\.\\./)+)(fonts|img)/",
                        "url($1/assets/" + version + "/$2/"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] script(Map<String, byte[]> files) {
        var modules = new TreeMap<String, String>();
        files.forEach((path, bytes) -> {
            if (path.startsWith("js/"))
                modules.put(
                        path.substring("js/".length(), path.length() - ".js".length()),
                        new String(bytes, StandardCharsets.UTF_8));
        });
        return Script.of("preau", modules).getBytes(StandardCharsets.UTF_8);
    }

    /** tokens, base, layout, then the components by name: the order of the layers. */
    private static String order(String path) {
        return switch (path) {
            case "css/tokens.css" -> "0";
            case "css/base.css" -> "1";
            case "css/layout.css" -> "2";
            default -> "3" + path;
        };
    }

    private static String slim(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\\n\\s*", "\n")
                .replaceAll("\\n+", "\n");
    }

    private static Asset asset(String path, byte[] bytes) {
        var type = type(path);
        var gzip =
                type.startsWith("font") || type.startsWith("audio") || type.equals("image/png")
                        ? null
                        : gzip(bytes);
        return new Asset(type, bytes, gzip);
    }

    private static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "css" -> "text/css;charset=UTF-8";
            case "js" -> "text/javascript;charset=UTF-8";
            case "svg" -> "image/svg+xml";
            case "webmanifest" -> "application/manifest+json";
            case "png" -> "image/png";
            case "woff2" -> "font/woff2";
            case "mp3" -> "audio/mpeg";
            case "ogg" -> "audio/ogg";
            default -> "text/plain;charset=UTF-8";
        };
    }

    private static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var zip =
                new GZIPOutputStream(out) {
                    {
                        def.setLevel(Deflater.BEST_COMPRESSION);
                    }
                }) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String hash(Map<String, byte[]> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach((path, bytes) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
