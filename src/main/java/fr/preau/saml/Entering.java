package fr.preau.saml;

import fr.preau.access.BrowserMark;
import fr.preau.access.Joining;
import fr.preau.access.LocalPath;
import fr.preau.access.OtherDoors;
import fr.preau.access.Tokens;
import fr.preau.saml.Refusal.Reason;
import fr.preau.web.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The way through another door: out, back with an answer, then in. */
@Component
class Entering {
    static final BrowserMark MARK = new BrowserMark("preau-elsewhere", true);

    /** What came of an answer. */
    enum Outcome {
        /** Believed, and known here. */
        ARRIVED,
        /** Believed, but the directory does not know whom it means. */
        STRANGER,
        REFUSED
    }

    private final IdentityProviders providers;
    private final ServiceProvider service;
    private final ServiceKeys keys;
    private final Waiting waiting;
    private final Recognition recognition;
    private final OtherDoors doors;
    private final Joining joining;
    private final SamlSessions opened;
    private final ApplicationEventPublisher facts;
    private final fr.preau.database.Walls walls;
    private final Clock clock;

    Entering(
            IdentityProviders providers,
            ServiceProvider service,
            ServiceKeys keys,
            Waiting waiting,
            Recognition recognition,
            OtherDoors doors,
            Joining joining,
            SamlSessions opened,
            ApplicationEventPublisher facts,
            fr.preau.database.Walls walls,
            Clock clock) {
        this.providers = providers;
        this.service = service;
        this.keys = keys;
        this.waiting = waiting;
        this.recognition = recognition;
        this.doors = doors;
        this.joining = joining;
        this.opened = opened;
        this.facts = facts;
        this.walls = walls;
        this.clock = clock;
    }

    /** The address of the other door, with a request that this browser alone may bring back. */
    URI leave(
            IdentityProvider provider,
            @Nullable String then,
            HttpServletRequest request,
            HttpServletResponse response) {
        var id = "_" + Tokens.make(160);
        waiting.leaves(id, provider.slug(), MARK.give(request, response), LocalPath.of(then));
        return service.ask(request, provider, id);
    }

    /** Reads the answer that this browser brings; nothing of it is told but the outcome. */
    Outcome back(IdentityProvider provider, String message, HttpServletRequest request) {
        var browser = MARK.of(request);
        var requests =
                browser.map(mark -> waiting.requests(provider.slug(), mark))
                        .orElseGet(java.util.Set::of);
        // Before anything is read: whoever was not asked costs nothing, and fills no journal.
        if (requests.isEmpty()) return Outcome.REFUSED;
        try {
            var verdict =
                    new Verification(
                                    provider,
                                    new Verification.Expected(
                                            service.address(request, provider.slug()),
                                            service.entity(request),
                                            requests),
                                    keys.secrets(),
                                    clock)
                            .of(decode(message));
            var way =
                    waiting.returns(verdict, provider.slug(), browser.get())
                            .orElseThrow(() -> new Refusal(Reason.REPLAYED));
            return arrive(provider, verdict.answer(), way, browser.get(), request);
        } catch (Refusal refusal) {
            // One refusal for one departure: nobody fills the journal from one request.
            waiting.forget(provider.slug(), browser.get());
            tell(
                    new SamlFact.AnswerRefused(
                            provider.slug(), refusal.reason().name(), clock.instant()));
            return Outcome.REFUSED;
        }
    }

    private static byte[] decode(String message) {
        Refusal.unless(message.length() <= Xml.LARGEST * 4 / 3 + 4, Reason.UNREADABLE);
        try {
            return Base64.getMimeDecoder().decode(message);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Reason.UNREADABLE);
        }
    }

    private Outcome arrive(
            IdentityProvider provider,
            Answer answer,
            String way,
            byte[] browser,
            HttpServletRequest request) {
        var persons = recognition.persons(provider, answer);
        var accounts = doors.holding(persons);
        // Two agents with one address are two people; two guardians may be one, and say which.
        var twice = provider.kind() == IdentityProvider.Kind.AGENTS && accounts.size() > 1;
        if (accounts.isEmpty() || twice) {
            tell(
                    new SamlFact.StrangerArrived(
                            provider.slug(),
                            Recognition.function(answer).orElse("-"),
                            twice,
                            clock.instant()));
            return Outcome.STRANGER;
        }
        waiting.arrives(
                browser,
                new Waiting.Arrival(
                        provider.slug(),
                        persons,
                        ReturnAddress.of(provider, service.signOn(request, provider), answer)
                                .orElse(null),
                        answer.contexts().stream().anyMatch(provider.strongContexts()::contains),
                        way,
                        kept(provider, answer.named())));
        return Outcome.ARRIVED;
    }

    /** In words only for a provider to which they are given back. */
    private static @Nullable Named kept(IdentityProvider provider, @Nullable Named named) {
        return named == null || provider.tellsSignOut() ? named : named.unspoken();
    }

    /**
     * Somebody who is inside has come back to prove another account of theirs: nobody enters. False
     * when it is an arrival like any other.
     */
    boolean joins(Actor actor, HttpServletRequest request) {
        var browser = MARK.of(request);
        var came = browser.flatMap(waiting::arrival).filter(a -> a.way().equals(Joining.WAY));
        if (came.isEmpty() || browser.flatMap(waiting::take).isEmpty()) return false;
        if (providers.open(came.get().provider()).isEmpty()) return false;
        joining.arrived(actor.account(), came.get().persons(), came.get().proved(), request);
        return true;
    }

    /** Who may enter in this browser; empty when nobody has just come back. */
    List<OtherDoors.Choice> choices(HttpServletRequest request) {
        return MARK.of(request)
                .flatMap(waiting::arrival)
                .map(arrival -> doors.holding(arrival.persons()))
                .orElseGet(List::of);
    }

    /**
     * Enters as the one at this place of {@link #choices}; where to go then. Empty when nobody has
     * come back, the door has been closed since, or no role is live.
     */
    Optional<String> enter(int choice, HttpServletRequest request, HttpServletResponse response) {
        var arrival = MARK.of(request).flatMap(waiting::take);
        if (arrival.isEmpty() || providers.open(arrival.get().provider()).isEmpty())
            return Optional.empty();
        var from = arrival.get();
        var choices = doors.holding(from.persons());
        if (choice < 0 || choice >= choices.size()) return Optional.empty();
        var named = from.named();
        var entry =
                new OtherDoors.Entry(
                        from.provider(),
                        from.leavesTo(),
                        from.proved(),
                        session -> {
                            if (named != null) opened.remember(session, from.provider(), named);
                        });
        return doors.enter(choices.get(choice).account(), entry, request, response)
                        == OtherDoors.Verdict.IN
                ? Optional.of(from.way())
                : Optional.empty();
    }

    private void tell(SamlFact fact) {
        walls.as(fr.preau.database.Wall.DOOR, () -> facts.publishEvent(fact));
    }
}
