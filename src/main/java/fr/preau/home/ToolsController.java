package fr.preau.home;

import fr.preau.web.Actor;
import fr.preau.web.NotFound;
import fr.preau.web.Openings;
import fr.preau.web.Tools;
import fr.preau.web.View;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What somebody may do besides everyday life, gathered from every feature. */
@Controller
class ToolsController {
    private final ObjectProvider<Tools> tools;
    private final Openings openings;

    ToolsController(ObjectProvider<Tools> tools, Openings openings) {
        this.tools = tools;
        this.openings = openings;
    }

    @GetMapping("/tools")
    View list(Actor actor) {
        var all = of(actor);
        if (all.isEmpty()) throw new NotFound();
        return new ToolsPage(actor.profile(), all);
    }

    private List<Tools.Tool> of(Actor actor) {
        return tools.stream()
                .flatMap(t -> t.of(actor).stream())
                .filter(tool -> openings.opens(actor, tool.path()))
                .sorted(Comparator.comparing(Tools.Tool::order))
                .toList();
    }
}
