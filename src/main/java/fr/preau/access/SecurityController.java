package fr.preau.access;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The devices of an adult (capability A13): which are known, and the way to put one out. */
@Controller
class SecurityController {
    private final Devices devices;
    private final Accounts accounts;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    SecurityController(
            Devices devices, Accounts accounts, ApplicationEventPublisher facts, Clock clock) {
        this.devices = devices;
        this.accounts = accounts;
        this.facts = facts;
        this.clock = clock;
    }

    @For({Profile.GUARDIAN, Profile.TEACHER, Profile.TOWN, Profile.SUPERVISION, Profile.SUPPORT})
    @GetMapping("/security")
    View show(Actor actor, HttpServletRequest request) {
        return new SecurityPage(
                devices.of(actor.account(), Cookies.DEVICE.read(request).orElse(null)),
                accounts.byId(actor.account()).totpSecret() != null);
    }

    @For({Profile.GUARDIAN, Profile.TEACHER, Profile.TOWN, Profile.SUPERVISION, Profile.SUPPORT})
    @PostMapping("/security/devices/{device}/forgetting")
    View forget(Actor actor, @PathVariable long device) {
        if (!devices.forget(actor.account(), device)) throw new NotFound();
        facts.publishEvent(new DoorFact.DeviceForgotten(actor.account(), device, clock.instant()));
        return Redirect.to("/security").saying("access.security.forgotten");
    }
}
