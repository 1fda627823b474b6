package fr.preau.proconnect;

import fr.preau.access.Tokens;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A random value that a browser holds while its agent is at ProConnect: only there is the answer
 * believed. The way back is a plain link, so the cookie need not travel with the forms of others.
 */
final class BrowserMark {
    private static final String NAME = "preau-proconnect";
    private static final int LASTS = 3600;

    private BrowserMark() {}

    /** The SHA-256 of what this browser holds. */
    static Optional<byte[]> of(HttpServletRequest request) {
        return value(request).map(Tokens::hash);
    }

    /** The same, given to a browser that holds none: two tabs may be there. */
    static byte[] give(HttpServletRequest request, HttpServletResponse response) {
        var value = value(request).orElseGet(() -> Tokens.make(256));
        response.addHeader(
                "Set-Cookie",
                name(request)
                        + "="
                        + value
                        + "; Path=/; HttpOnly; SameSite=Lax; Max-Age="
                        + LASTS
                        + (request.isSecure() ? "; Secure" : ""));
        return Tokens.hash(value);
    }

    private static Optional<String> value(HttpServletRequest request) {
        return Arrays.stream(Objects.requireNonNullElse(request.getCookies(), new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(name(request)))
                .map(Cookie::getValue)
                .filter(value -> value.matches("[A-Za-z0-9_-]{43}"))
                .findFirst();
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + NAME : NAME;
    }
}
