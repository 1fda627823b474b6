package fr.preau.switches;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Tools;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class SwitchesTool implements Tools {
    @Override
    public List<Tool> of(Actor actor) {
        return actor.administeredSchools().length == 0
                ? List.of()
                : List.of(
                        new Tool(
                                60,
                                "accounts",
                                "/switches",
                                "sliders-horizontal",
                                t("switches.title"),
                                t("switches.tool")));
    }
}
