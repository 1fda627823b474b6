package fr.preau.schoolyear;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.Tools;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class YearTools implements Tools {
    @Override
    public List<Tool> of(Actor actor) {
        if (actor.profile() != Profile.TEACHER) return List.of();
        var tools = new ArrayList<Tool>();
        if (actor.administeredSchools().length > 0)
            tools.add(
                    new Tool(
                            60,
                            "agenda",
                            "/year",
                            "calendar-check",
                            t("year.title"),
                            t("year.tool.text")));
        tools.add(
                new Tool(
                        65,
                        "agenda",
                        "/years",
                        "calendar",
                        t("year.past.title"),
                        t("year.past.tool")));
        return tools;
    }
}
