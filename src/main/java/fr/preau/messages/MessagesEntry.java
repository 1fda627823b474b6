package fr.preau.messages;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Chrome;
import fr.preau.web.Profile;
import java.util.List;
import org.springframework.stereotype.Component;

/** « Messages » in the navigation of those who may reach somebody. */
@Component
class MessagesEntry implements Chrome.Entries {
    @Override
    public List<Chrome.Entry> of(Actor actor) {
        return actor.profile() == Profile.SUPPORT
                ? List.of()
                : List.of(
                        new Chrome.Entry(30, "messages", "/messages", "mail", t("messages.entry")));
    }
}
