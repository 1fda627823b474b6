package fr.preau.classes;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.Tools;
import java.util.List;
import org.springframework.stereotype.Component;

/** « Classes et groupes » among the tools of a school. */
@Component
class ClassesTool implements Tools {
    @Override
    public List<Tool> of(Actor actor) {
        if (actor.profile() != Profile.TEACHER) return List.of();
        return List.of(
                new Tool(
                        20,
                        "accounts",
                        "/classes",
                        "users",
                        t("classes.title"),
                        t("classes.tool")));
    }
}
