package fr.preau.notifications;

import static fr.preau.web.Wording.t;

import fr.preau.mail.Mail;
import fr.preau.web.Actor;
import fr.preau.web.Tools;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ReturnedTool implements Tools {
    private final Mail mail;

    ReturnedTool(Mail mail) {
        this.mail = mail;
    }

    @Override
    public List<Tool> of(Actor actor) {
        return actor.administeredSchools().length == 0 || !mail.open()
                ? List.of()
                : List.of(
                        new Tool(
                                62,
                                "accounts",
                                "/notifications/returned",
                                "mail",
                                t("notifications.returned.title"),
                                t("notifications.returned.tool")));
    }
}
