package fr.preau.connectors;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Tools;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ConnectorTool implements Tools {
    @Override
    public List<Tool> of(Actor actor) {
        return ConnectorController.sees(actor)
                ? List.of(
                        new Tool(
                                65,
                                "accounts",
                                "/connectors",
                                "key-round",
                                t("connectors.title"),
                                t("connectors.tool")))
                : List.of();
    }
}
