package fr.preau.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * A cookie that only this host can set and read: {@code __Host-} and Secure, except on plain http,
 * which only loopback ever has.
 */
final class SessionCookie {
    private final String name;
    private final Duration lasts;

    SessionCookie(String name) {
        this(name, Duration.ZERO);
    }

    /** {@code lasts} beyond the browser's own end; zero for a cookie that ends with it. */
    SessionCookie(String name, Duration lasts) {
        this.name = name;
        this.lasts = lasts;
    }

    private String nameOn(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + name : name;
    }

    Optional<String> read(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) return Optional.empty();
        for (Cookie cookie : cookies)
            if (cookie.getName().equals(nameOn(request)) && !cookie.getValue().isEmpty())
                return Optional.of(cookie.getValue());
        return Optional.empty();
    }

    /**
     * Lives as long as the browser does, or as long as it was made for; how long it is worth
     * anything is decided by the row in the database.
     */
    void write(HttpServletRequest request, HttpServletResponse response, String value) {
        write(request, response, value, lasts);
    }

    /** Stays on the device for so long, whatever the browser does; zero ends with it. */
    void write(
            HttpServletRequest request,
            HttpServletResponse response,
            String value,
            Duration stays) {
        response.addHeader(
                "Set-Cookie",
                nameOn(request)
                        + "="
                        + value
                        + "; Path=/; HttpOnly; SameSite=Lax"
                        + (stays.isZero() ? "" : "; Max-Age=" + stays.toSeconds())
                        + (request.isSecure() ? "; Secure" : ""));
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                "Set-Cookie",
                nameOn(request)
                        + "=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"
                        + (request.isSecure() ? "; Secure" : ""));
    }
}
