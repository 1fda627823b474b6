package fr.preau.samlidp;

import fr.preau.connectors.Passage;
import fr.preau.saml.Redirected;
import fr.preau.saml.Refusal;
import fr.preau.saml.Refusal.Reason;
import fr.preau.saml.ServiceKeys;
import fr.preau.web.Doorkeeper;
import fr.preau.web.NotFound;
import fr.preau.web.Public;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Where a service sends those who leave it (SAML profiles, 4.4). A page asks, as for every other
 * protocol; then the service is answered at the address that is registered for it.
 */
@Controller
class FarewellController {
    private final Passage passage;
    private final Belief belief;
    private final Farewells farewells;
    private final OurDoor door;
    private final ServiceKeys keys;

    FarewellController(
            Passage passage, Belief belief, Farewells farewells, OurDoor door, ServiceKeys keys) {
        this.passage = passage;
        this.belief = belief;
        this.farewells = farewells;
        this.door = door;
        this.keys = keys;
    }

    @Public
    @GetMapping(OurDoor.SIGN_OUT)
    View leave(HttpServletRequest request, HttpServletResponse response) {
        if (!keys.ready()) throw new NotFound();
        try {
            var came = Redirected.read(request.getQueryString(), "SAMLRequest");
            var sender = belief.sender(came);
            if (sender.isEmpty()) return passage.unknown();
            // Without a certificate nobody proves that they ask: the page asks, and leads nowhere.
            if (sender.get().certificates().isEmpty()) throw new Refusal(Reason.UNSIGNED);
            belief.of(came, "LogoutRequest", sender.get(), door.signOut(request));
            var back = farewells.address(came, sender.get(), door.entity(request));
            return !back.isEmpty() && Doorkeeper.visitOf(request) == null
                    ? passage.leave(back, request, response)
                    : passage.leaving(request, back);
        } catch (Refusal refusal) {
            return passage.leaving(request, "");
        }
    }
}
