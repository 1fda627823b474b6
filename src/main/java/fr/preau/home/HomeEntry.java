package fr.preau.home;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Chrome;
import fr.preau.web.Openings;
import fr.preau.web.Profile;
import fr.preau.web.Tools;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Home first; tools last, for those who have any. */
@Component
class HomeEntry implements Chrome.Entries {
    private final ObjectProvider<Tools> tools;
    private final Openings openings;

    HomeEntry(ObjectProvider<Tools> tools, Openings openings) {
        this.tools = tools;
        this.openings = openings;
    }

    @Override
    public List<Chrome.Entry> of(Actor actor) {
        var home = new Chrome.Entry(0, "home", "/", "house", t("home.entry"));
        if (tools.stream()
                .flatMap(t -> t.of(actor).stream())
                .noneMatch(t -> openings.opens(actor, t.path()))) return List.of(home);
        var label = actor.profile() == Profile.TEACHER ? "home.tools.school" : "home.tools.entry";
        return List.of(home, new Chrome.Entry(90, "accounts", "/tools", "settings", t(label)));
    }
}
