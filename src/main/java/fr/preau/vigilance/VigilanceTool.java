package fr.preau.vigilance;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Tools;
import java.util.List;
import org.springframework.stereotype.Component;

/** What waits for a second person, among the tools of those who decide. */
@Component
class VigilanceTool implements Tools {
    @Override
    public List<Tool> of(Actor actor) {
        return Deciders.isOne(actor)
                ? List.of(
                        new Tool(
                                64,
                                "messages",
                                "/vigilance",
                                "shield-check",
                                t("vigilance.title"),
                                t("vigilance.tool")))
                : List.of();
    }
}
