package fr.preau.perimeter;

import static fr.preau.web.Profile.SUPERVISION;
import static fr.preau.web.Profile.TOWN;
import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Tools;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class PerimeterTools implements Tools {
    @Override
    public List<Tool> of(Actor actor) {
        var tools = new ArrayList<Tool>();
        if (actor.profile() == SUPERVISION || actor.profile() == TOWN)
            tools.add(
                    new Tool(
                            10,
                            "town",
                            "/perimeter",
                            "school",
                            t("perimeter.title"),
                            t("perimeter.tool")));
        if (DelegationPolicy.mayDelegate(actor))
            tools.add(
                    new Tool(
                            62,
                            "accounts",
                            "/delegations",
                            "user-check",
                            t("perimeter.delegations"),
                            t("perimeter.delegations.tool")));
        return tools;
    }
}
