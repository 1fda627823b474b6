package fr.preau.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * A cookie that only this host can set and read: {@code __Host-} and Secure, except on plain http,
 * which only loopback ever has.
 */
final class SessionCookie {
    private final String name;

    SessionCookie(String name) {
        this.name = name;
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
     * Lives as long as the browser does; how long it is worth anything is decided by the row in the
     * database.
     */
    void write(HttpServletRequest request, HttpServletResponse response, String value) {
        response.addHeader(
                "Set-Cookie",
                nameOn(request)
                        + "="
                        + value
                        + "; Path=/; HttpOnly; SameSite=Lax"
                        + (request.isSecure() ? "; Secure" : ""));
    }

    /** Stays on the device for so long, whatever the browser does. */
    void write(
            HttpServletRequest request,
            HttpServletResponse response,
            String value,
            java.time.Duration lasts) {
        response.addHeader(
                "Set-Cookie",
                nameOn(request)
                        + "="
                        + value
                        + "; Path=/; HttpOnly; SameSite=Lax; Max-Age="
                        + lasts.toSeconds()
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
