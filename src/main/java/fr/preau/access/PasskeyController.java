package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Adults;
import fr.preau.web.BeforeAll;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Public;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import fr.preau.web.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Entering, proving oneself, and adding or removing a passkey. */
@Controller
class PasskeyController {
    private static final int NAME = 60;

    private final PasskeyDoor door;
    private final PasskeyCeremony ceremony;
    private final Passkeys passkeys;
    private final Accounts accounts;
    private final SignIn signIn;
    private final Sessions sessions;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    PasskeyController(
            PasskeyDoor door,
            PasskeyCeremony ceremony,
            Passkeys passkeys,
            Accounts accounts,
            SignIn signIn,
            Sessions sessions,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.door = door;
        this.ceremony = ceremony;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.signIn = signIn;
        this.sessions = sessions;
        this.facts = facts;
        this.clock = clock;
    }

    /** What a device is asked to sign, to whoever presses the button. */
    @Public
    @PostMapping("/passkeys/question")
    ResponseEntity<String> ask(HttpServletRequest request, HttpServletResponse response) {
        var question = ceremony.proof(request, door.ask(null, request, response));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(question);
    }

    @Public
    @PostMapping("/passkeys/entry")
    View enter(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "/") String then,
            HttpServletRequest request,
            HttpServletResponse response) {
        var address = request.getRemoteAddr();
        if (accounts.addressMustWait(address)) return Redirect.to("/sign-in");
        var account = door.holder(credential, request).orElse(null);
        if (account == null) {
            accounts.addressFailed(address);
            return Redirect.to("/sign-in").saying("access.passkey.refused");
        }
        var result = signIn.enter(account, Device.PERSONAL, "passkey", Client.of(request));
        if (result.verdict() != SignIn.Verdict.IN)
            return Redirect.to("/sign-in").saying("access.passkey.no-role");
        sessions.prove(result.token());
        Cookies.SESSION.read(request).ifPresent(sessions::end);
        Cookies.SESSION.write(request, response, result.token());
        return Redirect.to(LocalPath.of(then));
    }

    /** The second factor, or a fresh proof, by a key of this very account. */
    @BeforeAll
    @PostMapping("/second-factor/passkey")
    View prove(
            Actor actor,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "/") String then,
            HttpServletRequest request) {
        if (door.holder(credential, request).filter(a -> a == actor.account()).isEmpty())
            return Redirect.to("/second-factor").saying("access.passkey.refused");
        Cookies.SESSION.read(request).ifPresent(sessions::prove);
        facts.publishEvent(new DoorFact.SecondFactorProved(actor.account(), clock.instant()));
        return Redirect.to(LocalPath.of(then));
    }

    @Adults
    @StepUp
    @GetMapping("/security/passkeys/new")
    View prepare(
            Actor actor, Visit visit, HttpServletRequest request, HttpServletResponse response) {
        return page(actor, visit, new Problems(), request, response);
    }

    private View page(
            Actor actor,
            Visit visit,
            Problems problems,
            HttpServletRequest request,
            HttpServletResponse response) {
        var challenge = door.ask(actor.account(), request, response);
        var user = Tokens.hash("passkey " + actor.account());
        var name = visit.name().replaceAll("[^\\p{L}\\p{N} '’-]", "");
        return new NewPasskeyPage(
                ceremony.creation(request, challenge, user, name),
                Client.of(request).name(),
                problems);
    }

    @Adults
    @StepUp
    @PostMapping("/security/passkeys")
    View add(
            Actor actor,
            Visit visit,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request,
            HttpServletResponse response) {
        var called = name.isBlank() ? Client.of(request).name() : name.strip();
        var kept =
                door.asked(actor.account(), request)
                        .flatMap(challenge -> ceremony.made(request, challenge, credential))
                        .filter(made ->
                                passkeys.add(
                                        actor.account(),
                                        made.credential(),
                                        made.publicKey(),
                                        made.signCount(),
                                        called.substring(0, Math.min(called.length(), NAME))));
        if (kept.isEmpty())
            return page(
                    actor,
                    visit,
                    new Problems().add("name", t("access.passkey.not-made")),
                    request,
                    response);
        // Who has just made a key is there with it.
        Cookies.SESSION.read(request).ifPresent(sessions::prove);
        facts.publishEvent(new DoorFact.PasskeyAdded(actor.account(), clock.instant()));
        return Redirect.to("/security").saying("access.passkey.added");
    }

    @Adults
    @StepUp
    @PostMapping("/security/passkeys/{passkey}/removal")
    View remove(Actor actor, @PathVariable long passkey) {
        if (!passkeys.remove(actor.account(), passkey)) throw new NotFound();
        facts.publishEvent(new DoorFact.PasskeyRemoved(actor.account(), clock.instant()));
        return Redirect.to("/security").saying("access.passkey.removed");
    }
}
