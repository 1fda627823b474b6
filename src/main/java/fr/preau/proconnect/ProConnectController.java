package fr.preau.proconnect;

import fr.preau.web.NotFound;
import fr.preau.web.Public;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The door of town halls, as a browser passes it. */
@Controller
class ProConnectController {
    private static final String REFUSED = "/proconnect/refused/";

    private final Registration registration;
    private final Entering entering;
    private final Invitations invitations;

    ProConnectController(Registration registration, Entering entering, Invitations invitations) {
        this.registration = registration;
        this.entering = entering;
        this.invitations = invitations;
    }

    @Public
    @GetMapping("/proconnect")
    View leave(
            @RequestParam(required = false) @Nullable String then,
            @RequestParam(required = false) @Nullable String invitation,
            HttpServletRequest request,
            HttpServletResponse response) {
        var counterpart = counterpart();
        Long invited = null;
        if (invitation != null) {
            var pending = invitations.pending(invitation);
            if (pending.isEmpty())
                return Redirect.to(REFUSED + Refusal.Reason.INVITATION_OVER.outcome());
            invited = pending.get().id();
        }
        try {
            return Redirect.to(
                    entering.leave(counterpart, then, invited, request, response).toASCIIString());
        } catch (Refusal refusal) {
            return Redirect.to(REFUSED + refusal.reason().outcome());
        }
    }

    @Public
    @GetMapping(Entering.BACK)
    View back(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String iss,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return Redirect.to(
                    entering.back(
                            counterpart(),
                            new Entering.Brought(state, code, error, iss),
                            request,
                            response));
        } catch (Refusal refusal) {
            return Redirect.to(REFUSED + refusal.reason().outcome());
        }
    }

    /** What to do now, for those who were not let in. */
    @Public
    @GetMapping(REFUSED + "{outcome}")
    View outcome(@PathVariable String outcome) {
        if (!NotLetInPage.OUTCOMES.contains(outcome)) throw new NotFound();
        return new NotLetInPage(outcome);
    }

    /** Signed out there as well. */
    @Public
    @GetMapping(Entering.LEFT)
    View left() {
        return new LeftPage();
    }

    /** What a link of invitation opens: who invites, and the way on. */
    @Public
    @GetMapping("/town-invitations/{invitation}")
    View invited(@PathVariable String invitation) {
        counterpart();
        return invitations
                .pending(invitation)
                .<View>map(one ->
                        new InvitedPage(invitations.town(one.townId()), invitation, one.until()))
                .orElseGet(() -> Redirect.to(REFUSED + Refusal.Reason.INVITATION_OVER.outcome()));
    }

    private Counterpart counterpart() {
        return registration.current().orElseThrow(NotFound::new);
    }
}
