package fr.preau.sheets;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.Tools;
import java.util.List;
import org.springframework.stereotype.Component;

/** « Feuilles de connexion » among the tools of a school. */
@Component
class SheetsTool implements Tools {
    @Override
    public List<Tool> of(Actor actor) {
        if (actor.profile() != Profile.TEACHER) return List.of();
        return List.of(
                new Tool(
                        25, "accounts", "/sheets", "id-card", t("sheets.title"), t("sheets.tool")));
    }
}
