package fr.preau.signins;

import fr.preau.access.DoorFact;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What the door tells becomes lines; a login that nobody has becomes none. */
@Component("signInListeners")
class Listeners {
    private final SignIns lines;

    Listeners(SignIns lines) {
        this.lines = lines;
    }

    @ApplicationModuleListener
    void on(DoorFact.SignedIn in) {
        lines.write(in.account(), in.person(), in.at(), in.manner(), in.device(), in.identity());
    }

    @ApplicationModuleListener
    void on(DoorFact.SignInRefused refused) {
        // The same work for a login that nobody has: it finds no place, and time tells nothing.
        var account = refused.account() == null ? -1 : refused.account();
        lines.write(account, null, refused.at(), null, null, refused.identity());
    }
}
