package fr.preau.network;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Tools;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class NetworkTool implements Tools {
    @Override
    public List<Tool> of(Actor actor) {
        return NetworkPolicy.read(actor).length == 0
                ? List.of()
                : List.of(
                        new Tool(
                                12,
                                "town",
                                NetworkController.HERE,
                                "gauge",
                                t("network.title"),
                                t("network.tool")));
    }
}
