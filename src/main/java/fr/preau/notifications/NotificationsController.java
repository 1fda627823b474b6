package fr.preau.notifications;

import fr.preau.web.Actor;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class NotificationsController {
    private final Notifications notifications;

    NotificationsController(Notifications notifications) {
        this.notifications = notifications;
    }

    @GetMapping("/notifications")
    View list(Actor actor) {
        return new NotificationsPage(notifications.latestOf(actor));
    }

    @PostMapping("/notifications/reading")
    View markAllRead(Actor actor) {
        notifications.markAllRead(actor);
        return Redirect.to("/notifications");
    }
}
