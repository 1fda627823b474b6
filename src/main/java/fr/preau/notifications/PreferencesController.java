package fr.preau.notifications;

import static fr.preau.web.Wording.t;

import fr.preau.access.Addresses;
import fr.preau.mail.Mail;
import fr.preau.web.Actor;
import fr.preau.web.Adults;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An adult chooses what reaches them by mail and on their devices, when, and where. */
@Controller
class PreferencesController {
    private static final String HERE = "/notifications/preferences";

    private final Choices choices;
    private final OwnDevices devices;
    private final Addresses addresses;
    private final Mail mail;

    PreferencesController(Choices choices, OwnDevices devices, Addresses addresses, Mail mail) {
        this.choices = choices;
        this.devices = devices;
        this.addresses = addresses;
        this.mail = mail;
    }

    @GetMapping(HERE)
    @Adults
    View show(Actor actor, HttpServletRequest request) {
        return page(actor, request, null, new Problems());
    }

    /** A field for each matter and channel, {@code hour} and {@code day}. */
    @PostMapping(HERE)
    @Adults
    View choose(Actor actor, HttpServletRequest request, @RequestParam Map<String, String> typed) {
        var problems = new Problems();
        var chosen = new ArrayList<Choices.Choice>();
        for (var line : choices.of(actor))
            for (var channel : Channel.values())
                Cadence.of(typed.getOrDefault(line.field(channel), line.chosen(channel)))
                        .ifPresentOrElse(
                                cadence ->
                                        chosen.add(
                                                new Choices.Choice(
                                                        line.matter(), channel, cadence)),
                                () ->
                                        problems.add(
                                                line.field(channel),
                                                t("notifications.problem.cadence")));
        var hour = PreferencesPage.hour(typed.getOrDefault("hour", ""));
        if (hour.isEmpty()) problems.add("hour", t("notifications.problem.hour"));
        var day = PreferencesPage.day(typed.getOrDefault("day", ""));
        if (day.isEmpty()) problems.add("day", t("notifications.problem.day"));
        if (problems.any()) return page(actor, request, null, problems);
        choices.keep(
                actor, chosen, new PreferencesPage.When(hour.orElseThrow(), day.orElseThrow()));
        return Redirect.to(HERE).saying("notifications.preferences.kept");
    }

    @PostMapping(HERE + "/address")
    @Adults
    View ask(
            Actor actor,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String email) {
        var asking = addresses.ask(actor, email);
        if (asking != Addresses.Asking.SENT)
            return page(
                    actor,
                    request,
                    email,
                    new Problems().add("email", t("notifications.problem.email." + asking)));
        return Redirect.to(HERE).saying("notifications.address.asked");
    }

    @PostMapping(HERE + "/address/code")
    @Adults
    View confirm(
            Actor actor, HttpServletRequest request, @RequestParam(defaultValue = "") String code) {
        if (!addresses.confirm(actor, code))
            return page(
                    actor,
                    request,
                    null,
                    new Problems().add("code", t("notifications.problem.code")));
        return Redirect.to(HERE).saying("notifications.address.confirmed");
    }

    @PostMapping(HERE + "/address/removal")
    @Adults
    View remove(Actor actor) {
        addresses.remove(actor);
        return Redirect.to(HERE).saying("notifications.address.removed");
    }

    /** What the browser has said of itself after a press: see {@code push.js}. */
    @PostMapping(HERE + "/devices")
    @Adults
    View addDevice(
            Actor actor,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String endpoint,
            @RequestParam(defaultValue = "") String point,
            @RequestParam(defaultValue = "") String secret) {
        var asking = devices.add(actor, request, endpoint, point, secret);
        if (asking != OwnDevices.Asking.KEPT)
            return page(
                    actor,
                    request,
                    null,
                    new Problems().add("devices", t("notifications.problem.device." + asking)));
        return Redirect.to(HERE).saying("notifications.devices.added");
    }

    @PostMapping(HERE + "/devices/{device}/removal")
    @Adults
    View removeDevice(Actor actor, @PathVariable long device) {
        if (!devices.remove(actor, device)) throw new NotFound();
        return Redirect.to(HERE).saying("notifications.devices.removed");
    }

    /** {@code typed}: the address that was not taken. */
    private View page(
            Actor actor, HttpServletRequest request, @Nullable String typed, Problems problems) {
        var address = addresses.of(actor).orElse(null);
        return new PreferencesPage(
                choices.of(actor),
                choices.when(actor),
                devices.of(actor, request),
                mail.open(),
                address,
                addresses.awaited(actor).orElse(null),
                typed != null ? typed : address != null ? "" : addresses.known(actor),
                problems);
    }
}
