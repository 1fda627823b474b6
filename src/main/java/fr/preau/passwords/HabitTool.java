package fr.preau.passwords;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Tools;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class HabitTool implements Tools {
    @Override
    public List<Tool> of(Actor actor) {
        return HabitPolicy.seen(actor).length == 0
                ? List.of()
                : List.of(
                        new Tool(
                                65,
                                "accounts",
                                "/passwords",
                                "shield-check",
                                t("passwords.title"),
                                t("passwords.tool")));
    }
}
