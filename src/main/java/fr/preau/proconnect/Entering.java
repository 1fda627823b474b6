package fr.preau.proconnect;

import fr.preau.access.BrowserMark;
import fr.preau.access.Joining;
import fr.preau.access.LocalPath;
import fr.preau.access.OtherDoors;
import fr.preau.access.Tokens;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.proconnect.Refusal.Reason;
import fr.preau.web.Doorkeeper;
import fr.preau.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The way through ProConnect: out, back with a code, then in. */
@Component
class Entering {
    static final BrowserMark MARK = new BrowserMark("preau-proconnect", false);

    static final String BACK = "/proconnect/return";
    static final String LEFT = "/proconnect/left";

    /** Browsers and servers carry a line of this length; a longer token is left out. */
    private static final int LONGEST_ADDRESS = 4000;

    private final OpenIdClient client;
    private final Waiting waiting;
    private final Admission admission;
    private final OtherDoors doors;
    private final Joining joining;
    private final Site site;
    private final ApplicationEventPublisher facts;
    private final Walls walls;
    private final Clock clock;

    Entering(
            OpenIdClient client,
            Waiting waiting,
            Admission admission,
            OtherDoors doors,
            Joining joining,
            Site site,
            ApplicationEventPublisher facts,
            Walls walls,
            Clock clock) {
        this.client = client;
        this.waiting = waiting;
        this.admission = admission;
        this.doors = doors;
        this.joining = joining;
        this.site = site;
        this.facts = facts;
        this.walls = walls;
        this.clock = clock;
    }

    /** What comes back with the browser; any of it may be absent or another's. */
    record Brought(
            @Nullable String state,
            @Nullable String code,
            @Nullable String error,
            @Nullable String iss) {}

    /** The address of ProConnect, with a question that this browser alone may bring back. */
    URI leave(
            Counterpart counterpart,
            @Nullable String then,
            @Nullable Long invitation,
            HttpServletRequest request,
            HttpServletResponse response) {
        var state = Tokens.make(256);
        var nonce = Tokens.make(256);
        var to = client.ask(counterpart, site.link(request, BACK), state, nonce);
        waiting.leaves(state, nonce, MARK.give(request, response), invitation, LocalPath.of(then));
        return seen(counterpart, to, request);
    }

    /**
     * Believes what the browser brings or refuses it; where to go then.
     *
     * @throws Refusal with the reason, which the journal has
     */
    String back(
            Counterpart counterpart,
            Brought brought,
            HttpServletRequest request,
            HttpServletResponse response) {
        // Before anything is asked: whoever did not leave from here costs nothing and fills no
        // journal.
        var departure =
                MARK.of(request)
                        .filter(mark -> brought.state() != null)
                        .flatMap(mark -> waiting.returns(String.valueOf(brought.state()), mark))
                        .orElseThrow(() -> new Refusal(Reason.UNSOLICITED));
        try {
            return enter(counterpart, brought, departure, request, response);
        } catch (Refusal refusal) {
            walls.as(
                    Wall.DOOR,
                    () ->
                            facts.publishEvent(
                                    new ProConnectFact.AgentRefused(
                                            refusal.reason().name(), clock.instant())));
            throw refusal;
        }
    }

    private String enter(
            Counterpart counterpart,
            Brought brought,
            Waiting.Departure departure,
            HttpServletRequest request,
            HttpServletResponse response) {
        mustBeOf(counterpart, brought);
        var code = brought.code();
        if (brought.error() != null || code == null || !code.matches("[!-~]{1,2048}"))
            throw new Refusal(
                    isTheirFault(brought.error()) ? Reason.UNAVAILABLE : Reason.NOT_PROVED);
        Refusal.unless(waiting.takes(code), Reason.CODE_SERVED);
        var answer =
                client.redeem(counterpart, code, site.link(request, BACK), departure.nonceHash());
        var admitted = admission.admit(answer, departure.invitationId());
        var visit = Doorkeeper.visitOf(request);
        if (visit != null && departure.way().equals(Joining.WAY)) {
            // Somebody who is inside has proved another account of theirs: nobody enters.
            joining.arrived(
                    visit.actor().account(), admitted.account(), admitted.proved(), request);
            return Joining.CONFIRMATION;
        }
        var entry =
                new OtherDoors.Entry(
                        Admission.PROVIDER,
                        leavesTo(counterpart, answer, request),
                        admitted.proved());
        Refusal.unless(
                doors.enter(admitted.account(), entry, request, response) == OtherDoors.Verdict.IN,
                Reason.NO_ACCOUNT);
        return departure.way();
    }

    /** An answer that another provider made in place of the one that was asked (RFC 9207). */
    private void mustBeOf(Counterpart counterpart, Brought brought) {
        Refusal.unless(
                brought.iss() == null
                        ? !client.endpoints(counterpart).namesItself()
                        : counterpart.issuer().equals(brought.iss()),
                Reason.ISSUER);
    }

    private static boolean isTheirFault(@Nullable String error) {
        return "server_error".equals(error) || "temporarily_unavailable".equals(error);
    }

    private @Nullable String leavesTo(
            Counterpart counterpart, Answer answer, HttpServletRequest request) {
        var to =
                seen(
                                counterpart,
                                client.leave(
                                        counterpart,
                                        answer.idToken(),
                                        Tokens.make(256),
                                        site.link(request, LEFT)),
                                request)
                        .toASCIIString();
        return to.length() > LONGEST_ADDRESS ? null : to;
    }

    /** The demo's counterpart is of this site, whatever the name by which the browser knows it. */
    private URI seen(Counterpart counterpart, URI address, HttpServletRequest request) {
        return counterpart.local()
                ? URI.create(site.link(request, address.getRawPath()) + "?" + address.getRawQuery())
                : address;
    }
}
