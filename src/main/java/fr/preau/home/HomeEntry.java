package fr.preau.home;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Chrome;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class HomeEntry implements Chrome.Entries {
    @Override
    public List<Chrome.Entry> of(Actor actor) {
        return List.of(new Chrome.Entry(0, "home", "/", "house", t("home.entry")));
    }
}
