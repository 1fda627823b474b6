package fr.preau.home;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Profile;
import fr.preau.web.Tools;
import java.util.List;

/** The tools of a school, or of a perimeter. */
public record ToolsPage(Profile profile, List<Tools.Tool> tools) implements Page {
    @Override
    public String title() {
        return t(profile == Profile.TEACHER ? "home.tools.school" : "home.tools.perimeter");
    }

    @Override
    public String service() {
        return "accounts";
    }
}
