package fr.preau.connectors;

import fr.preau.access.ContentPolicy;
import fr.preau.access.Onwards;
import fr.preau.access.OpenSessions;
import fr.preau.access.OpenSessions.Held;
import fr.preau.connectors.Admission.Told;
import fr.preau.web.Doorkeeper;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Somebody on the way to a service: what must be done first, and how they are led on. */
@Component
public class Passage {
    private final OpenSessions sessions;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Passage(OpenSessions sessions, ApplicationEventPublisher facts, Clock clock) {
        this.sessions = sessions;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * The session of this browser, when nothing is due in it any more.
     *
     * @see #first what to do when it is empty
     */
    public Optional<Held> held(HttpServletRequest request) {
        // A copied cookie has made no visit: the row alone does not know which browser asks.
        return Doorkeeper.visitOf(request) == null ? Optional.empty() : sessions.held(request);
    }

    /** What comes before, for somebody who then comes back to this address of ours. */
    public View first(HttpServletRequest request, String way) {
        var visit = Doorkeeper.visitOf(request);
        if (visit == null) return again(way);
        return switch (visit.due()) {
            case SECOND_FACTOR -> Redirect.to("/second-factor" + then(way));
            case PASSWORD -> Redirect.to("/renewal" + then(way));
            case DEPARTED -> Redirect.to("/export");
            case CHARTER -> Redirect.to("/charter" + then(way));
            case NOTHING -> again(way);
        };
    }

    /** Enter again, then come back: the service wants to be sure of who is there now. */
    public View again(String way) {
        return Redirect.to("/sign-in" + then(way));
    }

    private static String then(String way) {
        return "?then=" + URLEncoder.encode(way, StandardCharsets.UTF_8);
    }

    /** The page for somebody to whom a service is not open, or not in the role that they act in. */
    public View closed(Connector connector, HttpServletRequest request) {
        var visit = Doorkeeper.visitOf(request);
        return new ConnectorClosedPage(
                connector.title(),
                visit == null ? "" : visit.name(),
                visit == null ? null : visit.actor().profile(),
                visit == null ? "" : visit.place());
    }

    /** The page for those whom an unregistered service has sent: nobody is led anywhere. */
    public View unknown() {
        return new UnknownServicePage();
    }

    /**
     * Asks whether to sign out here too.
     *
     * @param back a registered address to go back to then; empty for none
     */
    public View leaving(HttpServletRequest request, String back) {
        return new LeavingPage(Doorkeeper.visitOf(request) != null, back);
    }

    /** Leads on to a service, which is written down. */
    public View on(
            Told told, String address, HttpServletRequest request, HttpServletResponse response) {
        led(told);
        return leave(address, request, response);
    }

    private void led(Told told) {
        var actor = told.held().actor();
        facts.publishEvent(
                new ConnectorFact.Led(
                        told.connector().slug(), actor.account(), actor.person(), clock.instant()));
    }

    /**
     * Leads to an address outside that is registered. Somebody who comes from one of our own forms
     * would be stopped by the browser at a redirection (CSP {@code form-action}): a page leads
     * them.
     */
    public View leave(String address, HttpServletRequest request, HttpServletResponse response) {
        return fromOurForm(request)
                ? Onwards.to(address, "connectors.onwards", response)
                : Redirect.to(address);
    }

    /**
     * Leads on to a service with a form that the browser posts there, which is written down.
     *
     * @param fields what the form carries
     */
    public View post(
            Told told,
            ServiceAddress address,
            Map<String, String> fields,
            HttpServletResponse response) {
        led(told);
        return post(told.connector(), address, fields, response);
    }

    /** Posts to a service what says nothing of anybody: that it is not answered, and why. */
    public View post(
            Connector connector,
            ServiceAddress address,
            Map<String, String> fields,
            HttpServletResponse response) {
        ContentPolicy.postsTo(address.origin(), response);
        return new PostingPage(connector.title(), address.written(), fields);
    }

    private static boolean fromOurForm(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) return site.equals("same-origin");
        var referer = request.getHeader("Referer");
        var host = request.getHeader("Host");
        return referer != null
                && host != null
                && referer.matches("https?://[^/]*(/.*)?")
                && referer.replaceFirst("https?://([^/]*).*", "$1").equals(host);
    }
}
