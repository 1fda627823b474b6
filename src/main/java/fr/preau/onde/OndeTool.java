package fr.preau.onde;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Tools;
import java.util.List;
import org.springframework.stereotype.Component;

/** « Importer d’ONDE » among the tools of who directs a school or administers it. */
@Component
class OndeTool implements Tools {
    @Override
    public List<Tool> of(Actor actor) {
        return actor.administeredSchools().length == 0
                ? List.of()
                : List.of(
                        new Tool(
                                30,
                                "accounts",
                                "/onde",
                                "file-text",
                                t("onde.tool"),
                                t("onde.tool.text")));
    }
}
