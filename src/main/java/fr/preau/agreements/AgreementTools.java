package fr.preau.agreements;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Tools;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class AgreementTools implements Tools {
    @Override
    public List<Tool> of(Actor actor) {
        if (!AgreementPolicy.sees(actor)) return List.of();
        return List.of(
                new Tool(
                        20,
                        "town",
                        "/agreements",
                        "signature",
                        t("agreements.title"),
                        t(
                                AgreementPolicy.leads(actor)
                                        ? "agreements.tool.region"
                                        : "agreements.tool")));
    }
}
