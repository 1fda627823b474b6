package fr.preau.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A random value that a browser holds while somebody is at another door: only there is their answer
 * believed.
 */
public final class BrowserMark {
    private static final int LASTS = 3600;

    private final String name;
    private final boolean posted;

    /**
     * @param name of the cookie, without its prefix
     * @param posted the answer is posted from the other site, so over https the cookie must travel
     *     with what comes from elsewhere; on plain http, which only loopback ever has, the demo's
     *     doors are of this site. An answer that comes by a link needs nothing of the kind.
     */
    public BrowserMark(String name, boolean posted) {
        this.name = name;
        this.posted = posted;
    }

    /** The SHA-256 of what this browser holds. */
    public Optional<byte[]> of(HttpServletRequest request) {
        return value(request).map(Tokens::hash);
    }

    /** The same, given to a browser that holds none: two tabs may be at two doors. */
    public byte[] give(HttpServletRequest request, HttpServletResponse response) {
        var value = value(request).orElseGet(() -> Tokens.make(256));
        response.addHeader(
                "Set-Cookie",
                nameOn(request)
                        + "="
                        + value
                        + "; Path=/; HttpOnly; Max-Age="
                        + LASTS
                        + (posted && request.isSecure() ? "; SameSite=None" : "; SameSite=Lax")
                        + (request.isSecure() ? "; Secure" : ""));
        return Tokens.hash(value);
    }

    private Optional<String> value(HttpServletRequest request) {
        return Arrays.stream(Objects.requireNonNullElse(request.getCookies(), new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(nameOn(request)))
                .map(Cookie::getValue)
                .filter(value -> value.matches("[A-Za-z0-9_-]{43}"))
                .findFirst();
    }

    private String nameOn(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + name : name;
    }
}
