package fr.preau.departures;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Tools;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class DeparturesTools implements Tools {
    @Override
    public List<Tool> of(Actor actor) {
        if (actor.administeredSchools().length == 0) return List.of();
        return List.of(
                new Tool(
                        60,
                        "accounts",
                        "/temporary-accounts",
                        "clock",
                        t("departures.temporary.title"),
                        t("departures.temporary.tool")),
                new Tool(
                        61,
                        "accounts",
                        "/departures",
                        "log-out",
                        t("departures.title"),
                        t("departures.tool")));
    }
}
