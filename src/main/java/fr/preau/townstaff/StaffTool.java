package fr.preau.townstaff;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Tools;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class StaffTool implements Tools {
    @Override
    public List<Tool> of(Actor actor) {
        return StaffPolicy.sees(actor)
                ? List.of(
                        new Tool(
                                27,
                                "town",
                                TownStaffController.LIST,
                                "users",
                                t("townstaff.title"),
                                t("townstaff.tool")))
                : List.of();
    }
}
