package fr.preau.web;

import fr.preau.database.Unusable;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where this site is for those who visit it. A request is believed about that only as far as the
 * settings allow: {@code preau.address} is the public address, {@code preau.proxy} says that a
 * proxy of ours stands in front and writes the forwarded headers.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Site extends OncePerRequestFilter {
    private final Environment settings;
    private final String address;
    private final boolean proxied;

    Site(Environment settings) {
        this.settings = settings;
        this.address = settings.getProperty("preau.address", "").replaceAll("/+$", "");
        this.proxied = settings.getProperty("preau.proxy", Boolean.class, false);
        if (!address.isEmpty() && !address.matches("https?://[A-Za-z0-9.-]+(:\\d{1,5})?"))
            throw new Unusable("PREAU_ADDRESS doit ressembler à https://ecole.example.fr.");
        var production = "production".equalsIgnoreCase(settings.getProperty("preau.mode"));
        if (production
                && !address.startsWith("https://")
                && !settings.containsProperty("preau.command"))
            throw new Unusable(
                    "En mode production, PREAU_ADDRESS doit donner l’adresse publique, en https.");
    }

    /** The full address of a page, for what leaves the site, e.g. the QR of a card. */
    public String link(HttpServletRequest request, String path) {
        return address.isEmpty()
                ? ServletUriComponentsBuilder.fromRequestUri(request)
                        .replacePath(path)
                        .toUriString()
                : address + path;
    }

    /**
     * The same for what leaves without anybody asking, e.g. a letter of the evening; without a
     * public address, as seen from this machine.
     */
    public String link(String path) {
        var port = settings.getProperty("local.server.port", "8080");
        return (address.isEmpty() ? "http://localhost:" + port : address) + path;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(address.isEmpty() && !proxied ? request : new Seen(request), response);
    }

    private final class Seen extends HttpServletRequestWrapper {
        Seen(HttpServletRequest request) {
            super(request);
        }

        /** The last address is the one that our proxy saw; those before it are hearsay. */
        @Override
        public String getRemoteAddr() {
            var from = forwarded("X-Forwarded-For");
            return from.isEmpty() ? super.getRemoteAddr() : from;
        }

        @Override
        public boolean isSecure() {
            if (!address.isEmpty()) return address.startsWith("https://");
            var scheme = forwarded("X-Forwarded-Proto");
            return scheme.isEmpty() ? super.isSecure() : scheme.equalsIgnoreCase("https");
        }

        @Override
        public String getScheme() {
            return isSecure() ? "https" : "http";
        }

        @Override
        public int getServerPort() {
            return isSecure() && super.getServerPort() == 80 ? 443 : super.getServerPort();
        }

        private String forwarded(String header) {
            if (!proxied) return "";
            var last = "";
            for (var lines = getHeaders(header); lines.hasMoreElements(); )
                last = lines.nextElement();
            return last.substring(last.lastIndexOf(',') + 1).strip();
        }
    }
}
