package fr.preau.continuity;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Tools;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ContinuityTool implements Tools {
    @Override
    public List<Tool> of(Actor actor) {
        return ContinuityPolicy.sees(actor)
                ? List.of(
                        new Tool(
                                26,
                                "town",
                                "/continuity",
                                "clock",
                                t("continuity.title"),
                                t("continuity.tool")))
                : List.of();
    }
}
