package fr.preau.saml;

import fr.preau.access.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A random value that a browser holds while somebody is at another door: only there is their answer
 * believed. The answer is posted from the other site, so over https the cookie must travel with
 * what comes from elsewhere; on plain http, which only loopback ever has, the demo's doors are of
 * this site.
 */
final class BrowserMark {
    private static final String NAME = "preau-elsewhere";
    private static final int LASTS = 3600;

    private BrowserMark() {}

    /** The SHA-256 of what this browser holds. */
    static Optional<byte[]> of(HttpServletRequest request) {
        return value(request).map(Tokens::hash);
    }

    /** The same, given to a browser that holds none: two tabs may be at two doors. */
    static byte[] give(HttpServletRequest request, HttpServletResponse response) {
        var value = value(request).orElseGet(() -> Tokens.make(256));
        response.addHeader(
                "Set-Cookie",
                name(request)
                        + "="
                        + value
                        + "; Path=/; HttpOnly; Max-Age="
                        + LASTS
                        + (request.isSecure() ? "; SameSite=None; Secure" : "; SameSite=Lax"));
        return Tokens.hash(value);
    }

    private static Optional<String> value(HttpServletRequest request) {
        return Arrays.stream(
                        Objects.requireNonNullElse(
                                request.getCookies(), new jakarta.servlet.http.Cookie[0]))
                .filter(cookie -> cookie.getName().equals(name(request)))
                .map(jakarta.servlet.http.Cookie::getValue)
                .filter(value -> value.matches("[A-Za-z0-9_-]{43}"))
                .findFirst();
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + NAME : NAME;
    }
}
