package fr.preau.saml;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Tools;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ProviderTool implements Tools {
    @Override
    public List<Tool> of(Actor actor) {
        return ProviderController.sees(actor)
                ? List.of(
                        new Tool(
                                64,
                                "accounts",
                                "/identity-providers",
                                "key-round",
                                t("saml.providers.title"),
                                t("saml.providers.tool")))
                : List.of();
    }
}
