package fr.preau.continuity;

import static fr.preau.web.Wording.t;

import fr.preau.messages.MessageSent;
import fr.preau.web.Actor;
import fr.preau.web.Course;
import fr.preau.web.Dates;
import fr.preau.web.Doorkeeper;
import fr.preau.web.Fact;
import fr.preau.web.Instead;
import fr.preau.web.Public;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The one gate: what a school whose convention has ended still gives. Of somebody with several
 * schools, the one that the address names decides, else the best of them; what would then be
 * written in another one is refused where it happens.
 */
@Component
class SchoolCourse implements Course {
    static final String HERE = "/continuity/here";

    private final Standings standings;

    SchoolCourse(Standings standings) {
        this.standings = standings;
    }

    @Override
    public @Nullable View instead(Actor actor, HttpServletRequest request, String route) {
        var best = best(standings.of(actor), request);
        if (best == null || OpenPaths.opens(best.phase(), request.getMethod(), route)) return null;
        return request.getMethod().equals("GET")
                ? Redirect.to(HERE)
                : PausedPage.of(actor, best, request.getParameterMap());
    }

    /** Before anything is kept: nobody writes for a school that is only read. */
    @EventListener
    void on(Fact fact) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes held))
            return;
        var request = held.getRequest();
        var visit = Doorkeeper.visitOf(request);
        var school = fact instanceof MessageSent sent ? (Long) sent.place() : fact.school();
        if (visit == null || school == null || isFree(request)) return;
        for (var standing : standings.of(visit.actor()))
            if (standing.school() == school
                    && !OpenPaths.opens(
                            standing.phase(), request.getMethod(), Doorkeeper.routeOf(request)))
                throw new Instead(
                        PausedPage.of(visit.actor(), standing, request.getParameterMap()));
    }

    /** A page, or a door that is open to strangers: coming in by it is nobody's writing. */
    private static boolean isFree(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                || request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
                                instanceof HandlerMethod handler
                        && handler.hasMethodAnnotation(Public.class);
    }

    private static @Nullable Standing best(List<Standing> all, HttpServletRequest request) {
        var named = named(request);
        return all.stream()
                .filter(standing -> Long.toString(standing.school()).equals(named))
                .findFirst()
                .or(() -> all.stream().min(Comparator.comparing(Standing::phase)))
                .orElse(null);
    }

    /** The school in the address or in the form; null when there is none. */
    private static @Nullable String named(HttpServletRequest request) {
        var variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (variables instanceof Map<?, ?> map && map.get("school") instanceof String school)
            return school;
        return request.getParameter("school");
    }

    @Override
    public List<Banner> banners(Actor actor) {
        return Standing.together(standings.of(actor)).stream()
                .filter(standing -> !standing.writes())
                .map(standing -> banner(actor, standing))
                .toList();
    }

    private static Banner banner(Actor actor, Standing standing) {
        var since = standing.phase() == Phase.CLOSED ? standing.closesOn() : standing.readingOn();
        var to = actor.profile().isAdult() ? "" : ".child";
        return new Banner(
                "book-open",
                t(
                        "continuity.banner." + standing.phase() + to,
                        standing.name(),
                        since == null ? "" : Dates.onPaper(since)),
                HERE,
                t("continuity.banner.more"));
    }

    @Override
    public boolean isOpen(Actor actor) {
        var all = standings.of(actor);
        return all.isEmpty() || all.stream().anyMatch(Standing::writes);
    }

    @Override
    public boolean isClosed(Actor actor) {
        var all = standings.of(actor);
        return !all.isEmpty() && all.stream().allMatch(one -> one.phase() == Phase.CLOSED);
    }
}
