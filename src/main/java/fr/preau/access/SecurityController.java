package fr.preau.access;

import fr.preau.web.Actor;
import fr.preau.web.Adults;
import fr.preau.web.NotFound;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The devices of an adult (capability A13): which are known, and the way to put one out. */
@Controller
class SecurityController {
    private final Devices devices;
    private final Accounts accounts;
    private final Passkeys passkeys;
    private final RecoveryCodes recovery;
    private final Hats hats;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    SecurityController(
            Devices devices,
            Accounts accounts,
            Passkeys passkeys,
            RecoveryCodes recovery,
            Hats hats,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.devices = devices;
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.recovery = recovery;
        this.hats = hats;
        this.facts = facts;
        this.clock = clock;
    }

    @Adults
    @GetMapping("/security")
    View show(Actor actor, HttpServletRequest request) {
        return new SecurityPage(
                devices.of(actor.account(), Cookies.DEVICE.read(request).orElse(null)),
                accounts.byId(actor.account()).totpSecret() != null,
                hats.of(actor.account()).stream().anyMatch(Hats.Hat::needsSecondFactor),
                passkeys.of(actor.account()),
                recovery.left(actor.account()));
    }

    @Adults
    @PostMapping("/security/devices/{device}/forgetting")
    View forget(Actor actor, @PathVariable long device) {
        if (!devices.forget(actor.account(), device)) throw new NotFound();
        facts.publishEvent(new DoorFact.DeviceForgotten(actor.account(), device, clock.instant()));
        return Redirect.to("/security").saying("access.security.forgotten");
    }

    /** Only whoever has a second factor has something to recover. */
    @Adults
    @StepUp
    @PostMapping("/security/recovery-codes")
    View makeRecoveryCodes(Actor actor, @RequestParam("_once") String formKey) {
        if (accounts.byId(actor.account()).totpSecret() == null && !passkeys.any(actor.account()))
            throw new NotFound();
        var codes = recovery.make(actor.account(), formKey);
        facts.publishEvent(
                new DoorFact.RecoveryCodesMade(actor.account(), codes.size(), clock.instant()));
        return new RecoveryCodesPage(codes);
    }
}
