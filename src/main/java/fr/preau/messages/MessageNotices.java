package fr.preau.messages;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Notices;
import fr.preau.web.Profile;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What waits among messages, on the home of whoever has some. */
@Component
@Order(1)
class MessageNotices implements Notices {
    private final Pending pending;

    MessageNotices(Pending pending) {
        this.pending = pending;
    }

    @Override
    public List<Notice> of(Actor actor) {
        if (actor.profile() == Profile.SUPPORT) return List.of();
        var counts = pending.of(actor);
        var notices = new ArrayList<Notice>();
        if (counts.returned() != null)
            notices.add(
                    notice(
                            "pencil",
                            t("messages.returned.home"),
                            "/messages/" + counts.returned(),
                            "messages.returned.see"));
        if (counts.held() > 0)
            notices.add(
                    notice(
                            "eye",
                            count("messages.held", counts.held()),
                            "/messages/children",
                            "messages.unread.read"));
        if (counts.unread() > 0)
            notices.add(
                    notice(
                            "mail",
                            count("messages.unread", counts.unread()),
                            "/messages",
                            "messages.unread.read"));
        return notices;
    }

    private static Notice notice(String icon, String text, String path, String action) {
        return new Notice("messages", icon, "envelope", text, path, t(action));
    }
}
