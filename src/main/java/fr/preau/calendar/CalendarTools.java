package fr.preau.calendar;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.RoleKind;
import fr.preau.web.Tools;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The calendar for the people of a school and above; its settings for those who decide. */
@Component
class CalendarTools implements Tools {
    private static final Set<Profile> READERS =
            EnumSet.of(Profile.GUARDIAN, Profile.TEACHER, Profile.SUPERVISION);

    @Override
    public List<Tool> of(Actor actor) {
        var tools = new ArrayList<Tool>();
        if (READERS.contains(actor.profile())) tools.add(tool(30, "/calendar", "calendar", "read"));
        if (actor.administeredSchools().length > 0)
            tools.add(tool(31, "/calendar/school", "calendar-check", "school"));
        if (actor.is(RoleKind.REGION_LEAD))
            tools.add(tool(32, "/calendar/official", "calendar-check", "official"));
        return tools;
    }

    private static Tool tool(int order, String path, String icon, String name) {
        return new Tool(
                order,
                "agenda",
                path,
                icon,
                t("calendar.tool." + name),
                t("calendar.tool." + name + ".text"));
    }
}
