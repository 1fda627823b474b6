package fr.preau.contact;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Tools;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looking for somebody, for adults; the matrix, for whoever directs or administers a school. */
@Component
class ContactTools implements Tools {
    @Override
    public List<Tool> of(Actor actor) {
        var tools = new ArrayList<Tool>();
        if (actor.profile().isAdult() && ContactPolicy.reachesSomebody(actor.profile()))
            tools.add(
                    new Tool(
                            20,
                            "messages",
                            "/people",
                            "search",
                            t("contact.people.title"),
                            t("contact.people.tool")));
        if (actor.administeredSchools().length > 0)
            tools.add(
                    new Tool(
                            60,
                            "accounts",
                            "/contact",
                            "message-circle",
                            t("contact.title"),
                            t("contact.tool")));
        return tools;
    }
}
