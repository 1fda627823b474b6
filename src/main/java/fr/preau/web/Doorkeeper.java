package fr.preau.web;

import fr.preau.web.Visit.Due;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Deny by default: without a visit, only what is {@link Public}; with one, only what exists {@link
 * For} the profile, in a service that the school keeps open.
 */
@Component
public class Doorkeeper implements HandlerInterceptor {
    /** CNIL and SDET ask for a fresh proof before sensitive acts. */
    static final Duration PROOF_LASTS = Duration.ofMinutes(10);

    private static final String KEPT_AT = Doorkeeper.class.getName() + ".keptAt";

    private final Clock clock;
    private final Openings openings;
    private final ObjectProvider<Course> courses;

    Doorkeeper(Clock clock, Openings openings, ObjectProvider<Course> courses) {
        this.clock = clock;
        this.openings = openings;
        this.courses = courses;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)) return true;
        if (request.getDispatcherType() == DispatcherType.ERROR) throw Broken.by(request);
        if (!method.getBeanType().getName().startsWith("fr.preau.")) throw new NotFound();
        if (method.hasMethodAnnotation(Public.class)) return true;
        var visit = visitOf(request);
        if (visit == null) return go(request, response, "/sign-in" + then(request));
        var first = whatComesFirst(visit.due(), method, request);
        if (first != null) return go(request, response, first);
        var allowed = method.getMethodAnnotation(For.class);
        if (allowed != null && !Arrays.asList(allowed.value()).contains(visit.actor().profile()))
            throw new NotFound();
        if (!openings.opens(visit.actor(), routeOf(request))) throw new NotFound();
        var instead = instead(visit.actor(), request);
        if (instead != null) return show(instead, request, response);
        if (method.hasMethodAnnotation(StepUp.class) && !isFresh(visit))
            return go(request, response, "/second-factor" + then(request));
        return true;
    }

    private @Nullable View instead(Actor actor, HttpServletRequest request) {
        return courses.stream()
                .map(course -> course.instead(actor, request, routeOf(request)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean show(
            View view, HttpServletRequest request, HttpServletResponse response) {
        if (!Live.isStream(request)) throw new Instead(view);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return false;
    }

    /** The route that was found, never the address as it was spelled. */
    public static String routeOf(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    /** Where somebody goes before, or instead of, what they asked for; null when nowhere. */
    private static @Nullable String whatComesFirst(
            Due due, HandlerMethod method, HttpServletRequest request) {
        if (due == Due.DEPARTED)
            return method.hasMethodAnnotation(Leaving.class) ? null : "/export";
        if (due == Due.NOTHING || method.hasMethodAnnotation(BeforeAll.class)) return null;
        return switch (due) {
            case SECOND_FACTOR -> "/second-factor" + then(request);
            case PASSWORD -> "/renewal" + then(request);
            default -> "/charter";
        };
    }

    /** The visit of this request, or null for a stranger. */
    public static @Nullable Visit visitOf(HttpServletRequest request) {
        return (Visit) request.getAttribute(Visit.ATTRIBUTE);
    }

    public static void welcome(HttpServletRequest request, Visit visit) {
        request.setAttribute(Visit.ATTRIBUTE, visit);
    }

    /** What this form brought is kept; its owner finds it there after sign-in. */
    public static void keptAt(HttpServletRequest request, String path) {
        request.setAttribute(KEPT_AT, path);
    }

    private boolean isFresh(Visit visit) {
        return visit.secondFactorAt() != null
                && visit.secondFactorAt().plus(PROOF_LASTS).isAfter(clock.instant());
    }

    /**
     * Where to come back to; a form cannot be replayed, so it comes back to the page that shows
     * what was kept of it.
     */
    private static String then(HttpServletRequest request) {
        if (request.getAttribute(KEPT_AT) instanceof String kept)
            return "?kept=true&then=" + URLEncoder.encode(kept, StandardCharsets.UTF_8);
        var path = request.getMethod().equals("GET") ? request.getRequestURI() : "/";
        return path.equals("/") ? "" : "?then=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** A page that only listens is not led elsewhere: it is told that there is nothing here. */
    private static boolean go(
            HttpServletRequest request, HttpServletResponse response, String path) {
        if (Live.isStream(request)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return false;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
        return false;
    }
}
