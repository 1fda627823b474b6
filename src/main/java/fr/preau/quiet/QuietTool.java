package fr.preau.quiet;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Tools;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class QuietTool implements Tools {
    @Override
    public List<Tool> of(Actor actor) {
        return actor.administeredSchools().length == 0
                ? List.of()
                : List.of(
                        new Tool(
                                61,
                                "accounts",
                                "/quiet",
                                "moon",
                                t("quiet.title"),
                                t("quiet.tool")));
    }
}
