package fr.preau.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.MethodParameter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.WebUtils;

/**
 * Shows a {@link Page} with the template of its name inside the layout, or follows a {@link
 * Redirect}.
 */
@Component
public class Views implements HandlerMethodReturnValueHandler {
    private static final String FLASH = "flash";
    private static final Pattern SAID = Pattern.compile("([^@]+)(?:@(\\d{1,11}))?");

    private final TemplateEngine templates;
    private final Assets assets;
    private final Mode mode;
    private final Clock clock;
    private final Map<Class<?>, String> names = new ConcurrentHashMap<>();

    Views(
            Assets assets,
            Mode mode,
            Clock clock,
            @Value("${preau.templates.hot:false}") boolean hot) {
        this.assets = assets;
        this.mode = mode;
        this.clock = clock;
        this.templates =
                hot
                        ? TemplateEngine.create(
                                new gg.jte.resolve.DirectoryCodeResolver(
                                        Path.of("src/main/java/fr/preau")),
                                Path.of("target/jte-hot"),
                                ContentType.Html,
                                Views.class.getClassLoader())
                        : TemplateEngine.createPrecompiled(ContentType.Html);
        templates.setTrimControlStructures(true);
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return View.class.isAssignableFrom(type.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object view,
            MethodParameter type,
            ModelAndViewContainer container,
            NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        var request = web.getNativeRequest(HttpServletRequest.class);
        var response = web.getNativeResponse(HttpServletResponse.class);
        if (view instanceof View answer && request != null && response != null)
            show(answer, request, response);
    }

    /**
     * Writes the answer; also used at the edge, where an error page is shown outside of any
     * handler.
     */
    public void show(View view, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (view) {
            case Redirect redirect -> follow(redirect, request, response);
            case Page page -> render(page, request, response);
        }
    }

    /** What a template makes of its parameters, without layout: for paper and for mail. */
    public String document(String template, Map<String, Object> data) {
        var text = new StringOutput();
        templates.render(template, data, text);
        return text.toString();
    }

    private void follow(
            Redirect redirect, HttpServletRequest request, HttpServletResponse response) {
        if (redirect.flash() != null)
            response.addHeader("Set-Cookie", flashCookie(redirect.flash(), 30, request.isSecure()));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", redirect.path());
    }

    private void render(Page page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var screen = screen(request, response);
        var html = new Utf8ByteOutput();
        templates.render(
                "web/_layout.jte",
                Map.of(
                        "page", page,
                        "screen", screen,
                        "body",
                                (gg.jte.Content)
                                        out ->
                                                templates.render(
                                                        templateOf(page.getClass()),
                                                        Map.of("page", page, "screen", screen),
                                                        out)),
                html);
        response.setStatus(page.status());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        if (page.records()) response.setHeader("Permissions-Policy", DevicePolicy.RECORDING);
        response.setContentLength(html.getContentLength());
        html.writeTo(response.getOutputStream());
    }

    private Screen screen(HttpServletRequest request, HttpServletResponse response) {
        var chrome = (Chrome) request.getAttribute(Chrome.ATTRIBUTE);
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Screen(
                Doorkeeper.visitOf(request),
                chrome == null ? Chrome.EMPTY : chrome,
                assets,
                csrf == null ? "" : csrf.getToken(),
                LocalDate.now(clock),
                mode.isDemo(),
                request.getRequestURI(),
                takeFlash(request, response));
    }

    /** A flash is a wording key in a cookie, shown once; an unknown key shows nothing. */
    private @Nullable String takeFlash(HttpServletRequest request, HttpServletResponse response) {
        var cookie = WebUtils.getCookie(request, FLASH);
        if (cookie == null) return null;
        response.addHeader("Set-Cookie", flashCookie("", 0, request.isSecure()));
        var said = SAID.matcher(cookie.getValue());
        if (!said.matches() || !Wording.exists(said.group(1))) return null;
        if (said.group(2) == null) return Wording.t(said.group(1));
        var moment = Instant.ofEpochSecond(Long.parseLong(said.group(2)));
        return Wording.t(said.group(1), Dates.moment(moment, LocalDate.now(clock)));
    }

    private static String flashCookie(String key, int seconds, boolean secure) {
        return FLASH
                + "="
                + key
                + "; Path=/; HttpOnly; SameSite=Lax; Max-Age="
                + seconds
                + (secure ? "; Secure" : "");
    }

    /** liaison.NoteListPage → liaison/note-list.jte */
    private String templateOf(Class<?> type) {
        return names.computeIfAbsent(
                type,
                page -> {
                    var feature =
                            page.getPackageName().substring("fr.preau.".length()).replace('.', '/');
                    var name =
                            page.getSimpleName()
                                    .replaceAll("Page$", "")
                                    .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                                    .toLowerCase(java.util.Locale.ROOT);
                    return feature + "/" + name + ".jte";
                });
    }
}
