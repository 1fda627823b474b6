package fr.preau.access;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.Live;
import fr.preau.web.LivePage;
import fr.preau.web.NotFound;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.Site;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The teacher lets the class's tablets in, sees who has come, and takes tablets back. */
@Controller
class ArrivalController {
    private static final int LONGEST_NAME = 40;

    private final Pupils pupils;
    private final ClassDevices devices;
    private final Sessions sessions;
    private final Site site;
    private final Live live;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ArrivalController(
            Pupils pupils,
            ClassDevices devices,
            Sessions sessions,
            Site site,
            Live live,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.pupils = pupils;
        this.devices = devices;
        this.sessions = sessions;
        this.site = site;
        this.live = live;
        this.facts = facts;
        this.clock = clock;
    }

    @For(Profile.TEACHER)
    @StepUp
    @GetMapping("/pupils/classes/{schoolClass}/arrival")
    View show(Actor actor, @PathVariable long schoolClass, HttpServletRequest request) {
        var rows = pupils.ofClass(actor, schoolClass);
        var school = rows.getFirst().schoolId();
        var open =
                devices.arrival(school, schoolClass)
                        .map(arrival -> {
                            var address = site.link(request, "/class/arrivals/" + arrival.token());
                            return new ArrivalPage.Open(Qr.of(address), address, arrival.until());
                        })
                        .orElse(null);
        return new ArrivalPage(
                schoolClass,
                rows.getFirst().classLabel(),
                open,
                devices.ofClass(school, schoolClass),
                devices.entered(school, schoolClass),
                devices.children(school, schoolClass));
    }

    @For(Profile.TEACHER)
    @StepUp
    @PostMapping("/pupils/classes/{schoolClass}/arrival")
    View open(Actor actor, @PathVariable long schoolClass) {
        var school = school(actor, schoolClass);
        devices.open(school, schoolClass);
        facts.publishEvent(
                new DoorFact.ArrivalOpened(school, actor.account(), schoolClass, clock.instant()));
        return back(schoolClass);
    }

    @For(Profile.TEACHER)
    @GetMapping("/pupils/classes/{schoolClass}/arrival/live")
    LivePage follow(Actor actor, @PathVariable long schoolClass) {
        school(actor, schoolClass);
        return live.listen(actor, ClassDevices.topic(schoolClass));
    }

    @For(Profile.TEACHER)
    @StepUp
    @PostMapping("/pupils/classes/{schoolClass}/tablets/{tablet}")
    View rename(
            Actor actor,
            @PathVariable long schoolClass,
            @PathVariable long tablet,
            @RequestParam(defaultValue = "") String label) {
        var school = school(actor, schoolClass);
        var name = label.replace("\0", "").strip();
        if (name.isEmpty()) return back(schoolClass).saying("access.arrival.no-name");
        if (name.length() > LONGEST_NAME) name = name.substring(0, LONGEST_NAME);
        if (!devices.rename(school, schoolClass, tablet, name)) throw new NotFound();
        return back(schoolClass).saying("access.arrival.renamed");
    }

    @For(Profile.TEACHER)
    @StepUp
    @PostMapping("/pupils/classes/{schoolClass}/tablets/{tablet}/revocation")
    View revoke(Actor actor, @PathVariable long schoolClass, @PathVariable long tablet) {
        if (!revoke(actor, school(actor, schoolClass), schoolClass, tablet)) throw new NotFound();
        return back(schoolClass).saying("access.arrival.revoked");
    }

    /** All at once, and the QR with them. */
    @For(Profile.TEACHER)
    @StepUp
    @PostMapping("/pupils/classes/{schoolClass}/tablets/revocation")
    View revokeAll(Actor actor, @PathVariable long schoolClass) {
        var school = school(actor, schoolClass);
        devices.close(school, schoolClass);
        revoke(actor, school, schoolClass, null);
        return back(schoolClass).saying("access.arrival.all-revoked");
    }

    private boolean revoke(Actor actor, long school, long schoolClass, @Nullable Long one) {
        var ended = devices.revoke(school, schoolClass, one);
        if (ended.isEmpty()) return false;
        sessions.endOnTablets(ended);
        facts.publishEvent(
                new DoorFact.TabletsRevoked(
                        school, actor.account(), schoolClass, ended.size(), clock.instant()));
        return true;
    }

    private long school(Actor actor, long schoolClass) {
        return pupils.ofClass(actor, schoolClass).getFirst().schoolId();
    }

    private static Redirect back(long schoolClass) {
        return Redirect.to("/pupils/classes/" + schoolClass + "/arrival");
    }
}
