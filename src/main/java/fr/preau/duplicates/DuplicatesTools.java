package fr.preau.duplicates;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Tools;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class DuplicatesTools implements Tools {
    @Override
    public List<Tool> of(Actor actor) {
        return actor.administeredSchools().length == 0
                ? List.of()
                : List.of(
                        new Tool(
                                41,
                                "accounts",
                                "/duplicates",
                                "copy",
                                t("duplicates.title"),
                                t("duplicates.tool")));
    }
}
