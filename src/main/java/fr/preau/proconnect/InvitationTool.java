package fr.preau.proconnect;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Tools;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class InvitationTool implements Tools {
    private final Registration registration;

    InvitationTool(Registration registration) {
        this.registration = registration;
    }

    @Override
    public List<Tool> of(Actor actor) {
        if (registration.current().isEmpty() || InvitationsController.townsOf(actor).isEmpty())
            return List.of();
        return List.of(
                new Tool(
                        65,
                        "accounts",
                        InvitationsController.LIST,
                        "key-round",
                        t("proconnect.invitations.title"),
                        t("proconnect.invitations.tool")));
    }
}
