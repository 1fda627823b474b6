package fr.preau.deliveries;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Tools;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class DeliveriesTool implements Tools {
    @Override
    public List<Tool> of(Actor actor) {
        return Readings.concern(actor)
                ? List.of(
                        new Tool(
                                10,
                                "accounts",
                                "/deliveries",
                                "download",
                                t("deliveries.title"),
                                t("deliveries.tool")))
                : List.of();
    }
}
