package fr.preau.notifications;

import fr.preau.web.Actor;
import fr.preau.web.Adults;
import fr.preau.web.Live;
import fr.preau.web.LivePage;
import fr.preau.web.NotFound;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import fr.preau.web.Visit;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The feed of somebody, and what they do with its lines. */
@Controller
class NotificationsController {
    private final Notifications notifications;
    private final Feed feed;
    private final Live live;

    NotificationsController(Notifications notifications, Feed feed, Live live) {
        this.notifications = notifications;
        this.feed = feed;
        this.live = live;
    }

    /** {@code aside}: the line that was just put aside, to be taken back. */
    @GetMapping("/notifications")
    View list(Actor actor, FeedFilter filter, @RequestParam(defaultValue = "") String aside) {
        return feed.of(actor, filter, NotificationsPage.Aside.parse(aside));
    }

    /** For a page that follows nothing else than its bell. */
    @GetMapping("/notifications/live")
    LivePage follow(Actor actor) {
        return live.listen(actor);
    }

    /** From the feed, a letter or another hat: the thing itself, under the role that it is for. */
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
    View markAllRead(Actor actor, FeedFilter filter) {
        notifications.markAllRead(actor);
        live.ring(actor.persons());
        return Redirect.to(filter.path());
    }

    /** Out of sight, as long as its person does not ask for it again. */
    @PostMapping("/notifications/{school}/{notification}/hiding")
    View hide(
            Actor actor,
            @PathVariable long school,
            @PathVariable long notification,
            FeedFilter filter) {
        if (!notifications.hide(actor, school, notification)) throw new NotFound();
        live.ring(actor.persons());
        return Redirect.to(FeedFilter.with(filter.here(), "aside=" + school + "-" + notification));
    }

    @PostMapping("/notifications/{school}/{notification}/showing")
    View show(
            Actor actor,
            @PathVariable long school,
            @PathVariable long notification,
            FeedFilter filter) {
        if (!notifications.show(actor, school, notification)) throw new NotFound();
        live.ring(actor.persons());
        return Redirect.to(filter.here()).saying("notifications.shown");
    }
}
