package fr.preau.messages;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.Tools;
import java.util.List;
import org.springframework.stereotype.Component;

/** The switch among the tools of those who have it. */
@Component
class StopsTool implements Tools {
    @Override
    public List<Tool> of(Actor actor) {
        return actor.profile() == Profile.SUPERVISION || actor.administeredSchools().length > 0
                ? List.of(
                        new Tool(
                                65,
                                "messages",
                                "/messages/stops",
                                "triangle-alert",
                                t("messages.stop.title"),
                                t("messages.stop.tool")))
                : List.of();
    }
}
