package fr.preau.disputes;

import static fr.preau.web.Wording.t;

import fr.preau.agreements.AgreementPolicy;
import fr.preau.web.Actor;
import fr.preau.web.Tools;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class DisputesTool implements Tools {
    @Override
    public List<Tool> of(Actor actor) {
        return AgreementPolicy.sees(actor)
                ? List.of(
                        new Tool(
                                66,
                                "town",
                                DisputesController.LIST,
                                "landmark",
                                t("disputes.title"),
                                t("disputes.tool")))
                : List.of();
    }
}
