package fr.preau.blocking;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Tools;
import java.util.List;
import org.springframework.stereotype.Component;

/** « Accès fermés » among the tools of whoever administers a school. */
@Component
class BlockingTool implements Tools {
    @Override
    public List<Tool> of(Actor actor) {
        if (actor.administeredSchools().length == 0) return List.of();
        return List.of(
                new Tool(
                        65, "accounts", "/blocking", "x", t("blocking.title"), t("blocking.tool")));
    }
}
