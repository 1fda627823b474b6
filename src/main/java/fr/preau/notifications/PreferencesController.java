package fr.preau.notifications;

import static fr.preau.web.Wording.t;

import fr.preau.access.Addresses;
import fr.preau.mail.Mail;
import fr.preau.web.Actor;
import fr.preau.web.Adults;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An adult chooses what reaches them by mail, when, and where. */
@Controller
class PreferencesController {
    private static final String HERE = "/notifications/preferences";

    private final Choices choices;
    private final Addresses addresses;
    private final Mail mail;

    PreferencesController(Choices choices, Addresses addresses, Mail mail) {
        this.choices = choices;
        this.addresses = addresses;
        this.mail = mail;
    }

    @GetMapping(HERE)
    @Adults
    View show(Actor actor) {
        return page(actor, null, new Problems());
    }

    /** A field for each matter, called like it, and {@code hour}. */
    @PostMapping(HERE)
    @Adults
    View choose(Actor actor, @RequestParam Map<String, String> typed) {
        var problems = new Problems();
        var chosen = new LinkedHashMap<String, Cadence>();
        for (var line : choices.of(actor))
            Cadence.of(typed.getOrDefault(line.matter(), line.cadence()))
                    .ifPresentOrElse(
                            cadence -> chosen.put(line.matter(), cadence),
                            () -> problems.add(line.matter(), t("notifications.problem.cadence")));
        var hour = PreferencesPage.hour(typed.getOrDefault("hour", ""));
        if (hour.isEmpty()) problems.add("hour", t("notifications.problem.hour"));
        if (problems.any() || hour.isEmpty()) return page(actor, null, problems);
        choices.keep(actor, chosen, hour.get());
        return Redirect.to(HERE).saying("notifications.preferences.kept");
    }

    @PostMapping(HERE + "/address")
    @Adults
    View ask(Actor actor, @RequestParam(defaultValue = "") String email) {
        var asking = addresses.ask(actor, email);
        if (asking != Addresses.Asking.SENT)
            return page(
                    actor,
                    email,
                    new Problems().add("email", t("notifications.problem.email." + asking)));
        return Redirect.to(HERE).saying("notifications.address.asked");
    }

    @PostMapping(HERE + "/address/code")
    @Adults
    View confirm(Actor actor, @RequestParam(defaultValue = "") String code) {
        if (!addresses.confirm(actor, code))
            return page(actor, null, new Problems().add("code", t("notifications.problem.code")));
        return Redirect.to(HERE).saying("notifications.address.confirmed");
    }

    @PostMapping(HERE + "/address/removal")
    @Adults
    View remove(Actor actor) {
        addresses.remove(actor);
        return Redirect.to(HERE).saying("notifications.address.removed");
    }

    /** {@code typed}: the address that was not taken. */
    private View page(
            Actor actor, @org.jspecify.annotations.Nullable String typed, Problems problems) {
        var address = addresses.of(actor).orElse(null);
        return new PreferencesPage(
                choices.of(actor),
                choices.hour(actor),
                mail.open(),
                address,
                addresses.awaited(actor).orElse(null),
                typed != null ? typed : address != null ? "" : addresses.known(actor),
                problems);
    }
}
