package fr.preau.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Serves {@code /assets/{version}/…} before the security chain: public files need no session and no
 * token. The worker that shows what comes for a device stands at the root, where it serves the
 * whole site, and is asked for anew each time.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class AssetsFilter extends OncePerRequestFilter {
    private static final String WORKER = "/push-worker.js";

    private static final Map<String, String> AT_THE_ROOT =
            Map.of(
                    "/favicon.ico",
                    "img/favicon.svg",
                    "/icon.png",
                    "img/icon-192.png",
                    WORKER,
                    "worker/push.js");

    private final Assets assets;

    AssetsFilter(Assets assets) {
        this.assets = assets;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/assets/")
                && !AT_THE_ROOT.containsKey(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var uri = request.getRequestURI();
        var asset =
                assets.find(AT_THE_ROOT.getOrDefault(uri, uri.replaceFirst("^/assets/[^/]*/", "")));
        if (asset == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var accepts = request.getHeader("Accept-Encoding");
        var zipped = asset.gzip() != null && accepts != null && accepts.contains("gzip");
        var bytes = zipped ? asset.gzip() : asset.plain();
        if (zipped) response.setHeader("Content-Encoding", "gzip");
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("Cache-Control", kept(uri));
        response.setHeader("X-Content-Type-Options", "nosniff");
        // A drawing opened by itself runs nothing and loads nothing; nor does the worker load.
        response.setHeader(
                "Content-Security-Policy",
                uri.equals(WORKER) ? "default-src 'none'" : "default-src 'none'; sandbox");
        response.setContentType(asset.type());
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) response.getOutputStream().write(bytes);
    }

    /** What stands at the root has one address for ever, whatever is drawn there. */
    private static String kept(String uri) {
        if (uri.equals(WORKER)) return "no-cache";
        return AT_THE_ROOT.containsKey(uri)
                ? "public, max-age=86400"
                : "public, max-age=31536000, immutable";
    }
}
