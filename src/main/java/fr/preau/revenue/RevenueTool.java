package fr.preau.revenue;

import static fr.preau.web.Wording.t;

import fr.preau.agreements.AgreementPolicy;
import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.Tools;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class RevenueTool implements Tools {
    @Override
    public List<Tool> of(Actor actor) {
        if (!AgreementPolicy.sees(actor)) return List.of();
        return List.of(
                new Tool(
                        63,
                        "accounts",
                        RevenueOrdersController.LIST,
                        "landmark",
                        t("revenue.title"),
                        t(actor.profile() == Profile.TOWN ? "revenue.tool.town" : "revenue.tool")));
    }
}
