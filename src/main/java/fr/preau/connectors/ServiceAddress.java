package fr.preau.connectors;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An address outside, written in the one way that is believed. Browsers and libraries disagree
 * about addresses that are not quite well formed, and open redirects live in what they disagree
 * about: here such an address is none.
 *
 * @param written as it was sent
 */
public record ServiceAddress(
        String scheme, String host, int port, String path, String query, String written) {
    private static final int LONGEST = 2000;
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

    /** Small letters of a host, no user, no fragment; only characters that RFC 3986 allows. */
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "(https?)://("
                            + LABEL
                            + "(?:\\."
                            + LABEL
                            + ")*)(?::([1-9][0-9]{0,4}))?(/(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)?(\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@/?\\[\\]-]|%[0-9A-Fa-f]{2})*)?");

    /** Steps upwards, empty steps, and letters that hide what they are. */
    private static final Pattern DEVIOUS =
            Pattern.compile("//|/\\.{1,2}(?:[/;]|$)|%(?:2[eEfF]|5[cC]|25|00|0[aAdD]|3[fFbB]|23)");

    /** Reads an address; empty when it is not written as it must be. */
    public static Optional<ServiceAddress> read(String written) {
        if (written.length() > LONGEST) return Optional.empty();
        var parts = WRITTEN.matcher(written);
        if (!parts.matches()) return Optional.empty();
        var path = parts.group(4) == null ? "/" : parts.group(4);
        if (DEVIOUS.matcher(path).find()) return Optional.empty();
        var secure = parts.group(1).equals("https");
        var port = parts.group(3) == null ? (secure ? 443 : 80) : Integer.parseInt(parts.group(3));
        var numbers = parts.group(2).matches("[0-9.]+|0x[0-9a-f.x]*");
        if (port > 65_535 || numbers && !parts.group(2).equals("127.0.0.1"))
            return Optional.empty();
        return Optional.of(
                new ServiceAddress(
                        parts.group(1),
                        parts.group(2),
                        port,
                        path,
                        parts.group(5) == null ? "" : parts.group(5),
                        written));
    }

    /** Whether an address lies at this one or beneath it, on the same server. */
    public boolean covers(ServiceAddress other) {
        if (!sameServer(other)) return false;
        var from = path.endsWith("/") ? path : path + "/";
        return other.path.equals(path) || other.path.startsWith(from);
    }

    private boolean sameServer(ServiceAddress other) {
        return scheme.equals(other.scheme) && host.equals(other.host) && port == other.port;
    }

    /** On this very machine: the only place where a service may do without encryption. */
    public boolean isHere() {
        return host.equals("localhost") || host.equals("127.0.0.1");
    }

    public boolean isEncrypted() {
        return scheme.equals("https");
    }

    /** Its server, as a content policy names it. */
    public String origin() {
        var usual = port == (isEncrypted() ? 443 : 80);
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }

    /** The address with these parameters, whatever they hold. */
    public String with(Map<String, String> parameters) {
        var added =
                parameters.entrySet().stream()
                        .map(one ->
                                one.getKey()
                                        + "="
                                        + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8)
                                                .replace("+", "%20"))
                        .collect(Collectors.joining("&"));
        return written + (query.isEmpty() ? "?" : "&") + added;
    }
}
