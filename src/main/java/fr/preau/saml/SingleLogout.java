package fr.preau.saml;

import fr.preau.access.Tokens;
import fr.preau.access.SignOutElsewhere;
import fr.preau.saml.Refusal.Reason;
import fr.preau.saml.SignOutMessages.Envelope;
import fr.preau.saml.SignOutMessages.Status;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Signing out on both sides (SAML profiles, 4.4): a provider closes the sessions that its
 * assertions have opened here, and one that wants it is told when somebody leaves here.
 */
@Component
class SingleLogout {
    private static final Logger log = LoggerFactory.getLogger(SingleLogout.class);

    private final IdentityProviders providers;
    private final ServiceProvider service;
    private final ServiceKeys keys;
    private final SamlSessions sessions;
    private final Waiting waiting;
    private final SignOutElsewhere closing;
    private final Clock clock;

    SingleLogout(
            IdentityProviders providers,
            ServiceProvider service,
            ServiceKeys keys,
            SamlSessions sessions,
            Waiting waiting,
            SignOutElsewhere closing,
            Clock clock) {
        this.providers = providers;
        this.service = service;
        this.keys = keys;
        this.sessions = sessions;
        this.waiting = waiting;
        this.closing = closing;
        this.clock = clock;
    }

    /**
     * Follows a request, and where the browser takes our answer. Empty when it is not a provider's
     * that we know, or one that gives no address to answer at: nobody is led anywhere.
     */
    Optional<String> asked(Message came, HttpServletRequest request) {
        var provider = sender(came);
        if (provider.isEmpty()) return Optional.empty();
        try {
            SignOutMessages.prove(
                    came, SignOutMessages.REQUEST, provider.get(), service.signOut(request));
            var status = followed(came, provider.get());
            return answer(came, status, provider.get(), request);
        } catch (Refusal refusal) {
            refused(provider.get(), refusal);
            return Optional.empty();
        }
    }

    private Optional<IdentityProvider> sender(Message came) {
        var issuer = SignOutMessages.issuer(came);
        return providers.all().stream()
                .filter(one -> one.open() && one.entityId().equals(issuer))
                .findFirst();
    }

    /** It is the provider's, so it is answered, even when it cannot be followed. */
    private Status followed(Message came, IdentityProvider provider) {
        SignOutMessages.id(came);
        try {
            SignOutMessages.timely(came, clock.instant());
            var named = Xml.theChild(came.top(), Xml.ASSERTION, "NameID");
            var name = Named.hash(Xml.text(named));
            var indexes =
                    Xml.children(came.top(), Xml.PROTOCOL, "SessionIndex").stream()
                            .map(index -> Named.hash(Xml.text(index)))
                            .toList();
            Refusal.unless(waiting.firstTime(came, provider.slug()), Reason.REPLAYED);
            var everybodyTold = true;
            for (var session : sessions.open(provider.slug(), name, indexes))
                everybodyTold &= closing.end(session);
            return everybodyTold ? Status.SUCCESS : Status.PARTIAL;
        } catch (Refusal refusal) {
            refused(provider, refusal);
            return Status.REQUESTER;
        }
    }

    private Optional<String> answer(
            Message came, Status status, IdentityProvider provider, HttpServletRequest request) {
        var to = provider.signOutAnswer();
        if (to == null) return Optional.empty();
        var address = service.absolute(request, to);
        var answer =
                SignOutMessages.answer(
                        new Envelope(address, service.entity(request), clock.instant()),
                        SignOutMessages.id(came),
                        status);
        return Optional.of(Redirected.answer(address, answer, came.relayState(), keys.signing()));
    }

    /**
     * The address that tells its provider that this session is over; empty when it came by none, or
     * by one that is not told.
     */
    Optional<String> leads(long session, HttpServletRequest request) {
        if (!keys.ready()) return Optional.empty();
        return sessions.spoken(session)
                .flatMap(spoken ->
                        providers
                                .open(spoken.provider())
                                .filter(one -> one.tellsSignOut() && one.signOut() != null)
                                .map(one -> tell(one, spoken, request)));
    }

    private String tell(
            IdentityProvider provider, SamlSessions.Spoken spoken, HttpServletRequest request) {
        var id = "_" + Tokens.make(160);
        var relay = Tokens.make(128);
        waiting.leaves(id, provider.slug(), Tokens.hash(relay), "/sign-in");
        var to = service.absolute(request, Objects.requireNonNull(provider.signOut()));
        var asked =
                SignOutMessages.request(
                        new Envelope(to, service.entity(request), clock.instant()),
                        id,
                        spoken.nameId(),
                        spoken.index().orElse(null));
        return Redirected.request(to, asked, relay, keys.signing());
    }

    /**
     * What a provider answers to us; whether it is over there too. Empty when it is not believed.
     */
    Optional<Boolean> answered(Message came, HttpServletRequest request) {
        var provider = sender(came);
        if (provider.isEmpty()) return Optional.empty();
        try {
            SignOutMessages.prove(
                    came, SignOutMessages.ANSWER, provider.get(), service.signOut(request));
            SignOutMessages.timely(came, clock.instant());
            Refusal.unless(waited(came, provider.get()), Reason.REQUEST);
            return Optional.of(SignOutMessages.succeeded(came));
        } catch (Refusal refusal) {
            refused(provider.get(), refusal);
            return Optional.empty();
        }
    }

    /** The request and what we gave with it come back together, once. */
    private boolean waited(Message came, IdentityProvider provider) {
        var request = Xml.attribute(came.top(), "InResponseTo");
        var relay = came.relayState();
        return request != null
                && relay != null
                && waiting.comesBack(request, provider.slug(), Tokens.hash(relay));
    }

    /** Not in the journal: anybody may send what is refused, as often as they like. */
    private static void refused(IdentityProvider provider, Refusal refusal) {
        log.info("a sign-out of {} is not followed: {}", provider.slug(), refusal.reason());
    }
}
