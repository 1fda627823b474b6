package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Chrome;
import fr.preau.web.Profile;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class DoorEntries implements Chrome.Entries {
    @Override
    public List<Chrome.Entry> of(Actor actor) {
        return actor.profile() == Profile.TEACHER
                ? List.of(
                        new Chrome.Entry(
                                60, "accounts", "/pupils", "id-card", t("access.pupils.entry")))
                : List.of();
    }
}
