package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Adults;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A second factor for those who wish one: made and removed by its holder. */
@Controller
class PhoneController {
    private final Accounts accounts;
    private final Passkeys passkeys;
    private final RecoveryCodes recovery;
    private final Remembering remembering;
    private final Sessions sessions;
    private final Hats hats;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    PhoneController(
            Accounts accounts,
            Passkeys passkeys,
            RecoveryCodes recovery,
            Remembering remembering,
            Sessions sessions,
            Hats hats,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.recovery = recovery;
        this.remembering = remembering;
        this.sessions = sessions;
        this.hats = hats;
        this.facts = facts;
        this.clock = clock;
    }

    @Adults
    @StepUp
    @GetMapping("/security/phone")
    View propose(Actor actor) {
        mustHaveNone(actor);
        return page(actor, new Problems());
    }

    @Adults
    @StepUp
    @PostMapping("/security/phone")
    View enrol(
            Actor actor, @RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        mustHaveNone(actor);
        var refusal = refusal(actor, code);
        if (refusal != null) return page(actor, new Problems().add("code", refusal));
        // A password given elsewhere a moment ago proves nothing any more.
        sessions.onlyProved(actor.account(), Cookies.SESSION.read(request).orElseThrow());
        remembering.forgetAll(actor.account());
        facts.publishEvent(new DoorFact.SecondFactorMade(actor.account(), clock.instant()));
        return Redirect.to("/security").saying("access.phone.made");
    }

    private void mustHaveNone(Actor actor) {
        if (accounts.byId(actor.account()).totpSecret() != null) throw new NotFound();
    }

    private @Nullable String refusal(Actor actor, String typed) {
        if (!accounts.claimCode(actor.account())) return t("access.second-factor.locked");
        var secret = accounts.byId(actor.account()).totpPending();
        var step =
                secret == null
                        ? java.util.OptionalLong.empty()
                        : Totp.stepOf(secret, typed, clock.instant());
        return step.isPresent() && accounts.useTotpStep(actor.account(), step.getAsLong())
                ? null
                : t("access.second-factor.wrong");
    }

    private View page(Actor actor, Problems problems) {
        return new PhonePage(accounts.proposed(actor.account()), problems);
    }

    /** Whoever holds rights over others keeps theirs. */
    @Adults
    @StepUp
    @PostMapping("/security/phone/removal")
    View remove(Actor actor) {
        var account = actor.account();
        if (hats.of(account).stream().anyMatch(Hats.Hat::needsSecondFactor)
                || !accounts.removeTotp(account)) throw new NotFound();
        remembering.forgetAll(account);
        if (!passkeys.any(account)) recovery.forget(account);
        var school = actor.place();
        facts.publishEvent(
                new DoorFact.SecondFactorRemoved(school, account, actor.person(), clock.instant()));
        return Redirect.to("/security").saying("access.phone.removed");
    }
}
