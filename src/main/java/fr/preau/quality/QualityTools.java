package fr.preau.quality;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.Tools;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class QualityTools implements Tools {
    @Override
    public List<Tool> of(Actor actor) {
        if (actor.profile() != Profile.SUPERVISION && actor.administeredSchools().length == 0)
            return List.of();
        var above = actor.profile() == Profile.SUPERVISION;
        return List.of(
                new Tool(
                        40,
                        "accounts",
                        "/quality",
                        "clipboard-check",
                        t("quality.title"),
                        t(above ? "quality.tool.above" : "quality.tool.school")));
    }
}
