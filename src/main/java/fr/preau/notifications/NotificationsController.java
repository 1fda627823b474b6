package fr.preau.notifications;

import fr.preau.web.Actor;
import fr.preau.web.Adults;
import fr.preau.web.Live;
import fr.preau.web.NotFound;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import fr.preau.web.Visit;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@Controller
class NotificationsController {
    private final Notifications notifications;
    private final Live live;

    NotificationsController(Notifications notifications, Live live) {
        this.notifications = notifications;
        this.live = live;
    }

    @GetMapping("/notifications")
    View list(Actor actor) {
        return new NotificationsPage(notifications.latestOf(actor), actor.person());
    }

    /** For a page that follows nothing else than its bell. */
    @GetMapping("/notifications/live")
    SseEmitter follow(Actor actor) {
        return live.listen(actor);
    }

    /** From a letter or another hat: the thing itself, under the role that it is for. */
    @GetMapping("/notifications/{school}/{notification}")
    @Adults
    View open(
            Actor actor, Visit visit, @PathVariable long school, @PathVariable long notification) {
        var told = notifications.find(actor, school, notification).orElseThrow(NotFound::new);
        var here =
                told.isOfAccount()
                        || actor.person() == told.person() && told.isFor(actor.profile());
        if (here) {
            notifications.markRead(school, notification);
            live.ring(List.of(told.person()));
            return Redirect.to(told.path());
        }
        return visit.hats().stream()
                .filter(hat -> hat.person() == told.person() && told.isFor(hat.profile()))
                .findFirst()
                .map(hat -> new OtherHatPage(hat, "/notifications/" + school + "/" + notification))
                .orElseThrow(NotFound::new);
    }

    @PostMapping("/notifications/reading")
    View markAllRead(Actor actor) {
        notifications.markAllRead(actor);
        live.ring(actor.persons());
        return Redirect.to("/notifications");
    }
}
