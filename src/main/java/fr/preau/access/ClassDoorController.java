package fr.preau.access;

import fr.preau.access.PictureDoor.Held;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Live;
import fr.preau.web.Public;
import fr.preau.web.Redirect;
import fr.preau.web.Screen;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The door of a class on its own tablets: faces, then pictures (capability A05). Without a tablet
 * of the class, none of it exists: a picture code alone opens nothing. One transaction for each
 * touch, as at {@link CardController}.
 */
@Controller
class ClassDoorController {
    private final ClassDevices devices;
    private final PictureDoor door;
    private final Live live;
    private final Walls walls;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ClassDoorController(
            ClassDevices devices,
            PictureDoor door,
            Live live,
            Walls walls,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.devices = devices;
        this.door = door;
        this.live = live;
        this.walls = walls;
        this.facts = facts;
        this.clock = clock;
    }

    /** Opening the address does nothing yet: what looks ahead at a QR must not become a tablet. */
    @Public
    @GetMapping("/class/arrivals/{token}")
    View arrive(@PathVariable String token) {
        return new PairingPage(devices.classOf(token).map(ClassDevices.Row::classLabel).orElse(""));
    }

    @Public
    @PostMapping("/class/arrivals/{token}")
    View pair(
            @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        var arrival = devices.classOf(token).orElse(null);
        if (arrival == null) return new PairingPage("");
        if (tablet(request).filter(t -> t.classId() == arrival.classId()).isPresent())
            return Redirect.to("/class");
        var paired = devices.pair(token).orElse(null);
        if (paired == null) return new PairingPage("");
        var end = paired.endsOn().plusDays(1).atStartOfDay(ZoneId.of("Europe/Paris")).toInstant();
        Cookies.CLASS.write(
                request, response, paired.secret(), Duration.between(clock.instant(), end));
        walls.as(
                Wall.DOOR,
                () ->
                        facts.publishEvent(
                                new DoorFact.TabletPaired(
                                        paired.schoolId(),
                                        paired.classId(),
                                        paired.id(),
                                        clock.instant())));
        return Redirect.to("/class");
    }

    @Public
    @GetMapping("/class")
    View faces(HttpServletRequest request) {
        return walls.as(Wall.DOOR, () -> facesOf(request));
    }

    private View facesOf(HttpServletRequest request) {
        var tablet = tablet(request).orElse(null);
        if (tablet == null) return Redirect.to("/sign-in");
        var faces = devices.faces(tablet);
        var shared =
                faces.stream()
                        .collect(
                                Collectors.groupingBy(
                                        ClassDevices.Face::firstName, Collectors.counting()));
        return new ClassPage(
                tablet.classLabel(),
                faces.stream()
                        .map(face ->
                                new ClassPage.Face(
                                        face.id(),
                                        shared.get(face.firstName()) == 1
                                                ? face.firstName()
                                                : face.firstName()
                                                        + " "
                                                        + face.lastName().substring(0, 1),
                                        Pictures.avatar(face.id()),
                                        Screen.colourOf(face.id())))
                        .toList());
    }

    @Public
    @GetMapping("/class/{pupil}")
    View show(@PathVariable long pupil, HttpServletRequest request) {
        return walls.as(Wall.DOOR, () -> picturesOf(pupil, request));
    }

    private View picturesOf(long pupil, HttpServletRequest request) {
        var tablet = tablet(request).orElse(null);
        if (tablet == null) return Redirect.to("/sign-in");
        return devices.childOf(tablet, pupil)
                .map(child -> door.show(child, Held.tablet(tablet.id())))
                .orElseGet(() -> Redirect.to("/class"));
    }

    @Public
    @PostMapping("/class/{pupil}")
    View touch(
            @PathVariable long pupil,
            @RequestParam(required = false) @Nullable List<String> picture,
            @RequestParam(required = false) @Nullable String erase,
            HttpServletRequest request,
            HttpServletResponse response) {
        return walls.as(Wall.DOOR, () -> touched(pupil, picture, erase != null, request, response));
    }

    private View touched(
            long pupil,
            @Nullable List<String> picture,
            boolean erase,
            HttpServletRequest request,
            HttpServletResponse response) {
        var tablet = tablet(request).orElse(null);
        if (tablet == null) return Redirect.to("/sign-in");
        var child = devices.childOf(tablet, pupil).orElse(null);
        if (child == null) return Redirect.to("/class");
        var answer = door.touch(child, Held.tablet(tablet.id()), picture, erase, request, response);
        if (answer instanceof Redirect)
            walls.afterCommit(() -> live.changed(ClassDevices.topic(tablet.classId())));
        return answer;
    }

    private Optional<ClassDevices.Tablet> tablet(HttpServletRequest request) {
        return Cookies.CLASS.read(request).flatMap(devices::tablet);
    }
}
