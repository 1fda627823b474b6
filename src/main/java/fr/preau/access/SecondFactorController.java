package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.access.SecondFactorPage.Kind;
import fr.preau.web.Actor;
import fr.preau.web.BeforeAll;
import fr.preau.web.Mode;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import fr.preau.web.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second factor at sign-in, and the fresh proof before a sensitive act (capability A12). */
@Controller
class SecondFactorController {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Passkeys passkeys;
    private final RecoveryCodes recovery;
    private final Remembering remembering;
    private final Devices devices;
    private final List<OffersDoor> others;
    private final Mode mode;
    private final ObjectProvider<Cast> cast;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    SecondFactorController(
            Accounts accounts,
            Sessions sessions,
            Passwords passwords,
            Passkeys passkeys,
            RecoveryCodes recovery,
            Remembering remembering,
            Devices devices,
            List<OffersDoor> others,
            Mode mode,
            ObjectProvider<Cast> cast,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.passwords = passwords;
        this.passkeys = passkeys;
        this.recovery = recovery;
        this.remembering = remembering;
        this.devices = devices;
        this.others = others;
        this.mode = mode;
        this.cast = cast;
        this.facts = facts;
        this.clock = clock;
    }

    @BeforeAll
    @GetMapping("/second-factor")
    View ask(Actor actor, Visit visit, @RequestParam(defaultValue = "/") String then) {
        return page(actor, visit, kind(actor, visit), then, new Problems());
    }

    @BeforeAll
    @PostMapping("/second-factor")
    View prove(
            Actor actor,
            Visit visit,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "/") String then,
            @RequestParam(defaultValue = "false") boolean spare,
            HttpServletRequest request,
            HttpServletResponse response) {
        var kind = kind(actor, visit);
        var refusal = refusal(actor, kind, code);
        if (refusal != null)
            return page(actor, visit, kind, then, new Problems().add("code", refusal));
        Cookies.SESSION.read(request).ifPresent(sessions::prove);
        if (spare) spare(actor, sparesDays(actor, visit, kind), request, response);
        facts.publishEvent(new DoorFact.SecondFactorProved(actor.account(), clock.instant()));
        return Redirect.to(LocalPath.of(then));
    }

    /** At sign-in only, to those whose rule allows it. */
    private int sparesDays(Actor actor, Visit visit, Kind kind) {
        return kind == Kind.CODE && visit.due() == Visit.Due.SECOND_FACTOR
                ? remembering.days(actor.account())
                : 0;
    }

    private void spare(
            Actor actor, int days, HttpServletRequest request, HttpServletResponse response) {
        var session = Cookies.SESSION.read(request);
        if (days == 0 || session.isEmpty()) return;
        var browser = Cookies.DEVICE.read(request).orElseGet(() -> Tokens.make(256));
        var structure = actor.place();
        var device = devices.meet(session.get(), browser, Client.of(request), structure);
        Cookies.DEVICE.write(request, response, browser);
        remembering.spare(actor.account(), device, days);
        facts.publishEvent(
                new DoorFact.DeviceSpared(actor.account(), device, days, clock.instant()));
    }

    private Kind kind(Actor actor, Visit visit) {
        var account = accounts.byId(actor.account());
        if (account.totpSecret() != null) return Kind.CODE;
        // A password alone neither replaces the key of a device nor enrols another factor beside
        // it.
        if (passkeys.any(actor.account())) return Kind.PASSKEY;
        if (visit.due() == Visit.Due.SECOND_FACTOR) return Kind.ENROL;
        return account.passwordHash() == null ? Kind.DOOR : Kind.PASSWORD;
    }

    private @Nullable String refusal(Actor actor, Kind kind, String typed) {
        if (kind == Kind.DOOR) return t("access.second-factor.wrong");
        if (!accounts.claimCode(actor.account())) return t("access.second-factor.locked");
        // Read once the try is ours: a code used at the same moment is known.
        var account = accounts.byId(actor.account());
        if (kind == Kind.PASSWORD) {
            if (!passwords.matches(typed, account.passwordHash()))
                return t("access.second-factor.PASSWORD.wrong");
            accounts.codeRight(actor.account());
            return null;
        }
        if (kind == Kind.PASSKEY || kind == Kind.CODE && PaperCode.isLike(typed))
            return paper(actor, typed);
        var secret = kind == Kind.CODE ? account.totpSecret() : account.totpPending();
        var step =
                secret == null
                        ? java.util.OptionalLong.empty()
                        : Totp.stepOf(secret, typed, clock.instant());
        if (step.isPresent() && accounts.useTotpStep(actor.account(), step.getAsLong()))
            return null;
        return t(step.isPresent() ? "access.second-factor.used" : "access.second-factor.wrong");
    }

    /** A code of the list that was printed for the day when the phone is lost. */
    private @Nullable String paper(Actor actor, String typed) {
        if (!recovery.use(actor.account(), typed)) return t("access.second-factor.wrong");
        accounts.codeRight(actor.account());
        facts.publishEvent(
                new DoorFact.RecoveryCodeUsed(
                        actor.account(), recovery.left(actor.account()), clock.instant()));
        return null;
    }

    private SecondFactorPage page(
            Actor actor, Visit visit, Kind kind, String then, Problems problems) {
        var secret = kind == Kind.ENROL ? accounts.proposed(actor.account()) : "";
        var link = "otpauth://totp/Pr%C3%A9au?issuer=Pr%C3%A9au&secret=" + secret;
        return new SecondFactorPage(
                kind,
                passkeys.any(actor.account()),
                demoAnswer(actor, kind),
                secret,
                secret.isEmpty() ? "" : link,
                LocalPath.of(then),
                sparesDays(actor, visit, kind),
                kind == Kind.DOOR
                        ? others.stream().flatMap(one -> one.doors().stream()).toList()
                        : List.of(),
                problems);
    }

    /** In demo mode the phone and the memory of the cast are ours. */
    private String demoAnswer(Actor actor, Kind kind) {
        var people = mode.isDemo() ? cast.getIfAvailable() : null;
        if (people == null) return "";
        return kind == Kind.PASSWORD ? people.password() : people.secondFactorOf(actor.account());
    }
}
