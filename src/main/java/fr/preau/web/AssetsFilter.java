package fr.preau.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Serves {@code /assets/{version}/…} before the security chain: public files need no session and no
 * token.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class AssetsFilter extends OncePerRequestFilter {
    private final Assets assets;

    AssetsFilter(Assets assets) {
        this.assets = assets;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/assets/")
                && !request.getRequestURI().equals("/favicon.ico");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var uri = request.getRequestURI();
        var rest =
                uri.equals("/favicon.ico")
                        ? "-/img/favicon.svg"
                        : uri.substring("/assets/".length());
        var asset = assets.find(rest.substring(rest.indexOf('/') + 1));
        if (asset == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var accepts = request.getHeader("Accept-Encoding");
        var zipped = asset.gzip() != null && accepts != null && accepts.contains("gzip");
        var bytes = zipped ? asset.gzip() : asset.plain();
        if (zipped) response.setHeader("Content-Encoding", "gzip");
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("X-Content-Type-Options", "nosniff");
        // A drawing opened by itself runs nothing and loads nothing.
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setContentType(asset.type());
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) response.getOutputStream().write(bytes);
    }
}
