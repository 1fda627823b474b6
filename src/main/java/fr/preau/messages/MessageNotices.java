package fr.preau.messages;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Notices;
import fr.preau.web.Profile;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How many messages wait to be read, on the home of whoever has some. */
@Component
@Order(1)
class MessageNotices implements Notices {
    private final Boxes boxes;

    MessageNotices(Boxes boxes) {
        this.boxes = boxes;
    }

    @Override
    public List<Notice> of(Actor actor) {
        if (actor.profile() == Profile.SUPPORT) return List.of();
        var unread = boxes.unread(actor);
        return unread == 0
                ? List.of()
                : List.of(
                        new Notice(
                                "messages",
                                "mail",
                                "envelope",
                                count("messages.unread", unread),
                                "/messages",
                                t("messages.unread.read")));
    }
}
