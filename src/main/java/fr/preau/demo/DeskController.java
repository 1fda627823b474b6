package fr.preau.demo;

import fr.preau.saml.LocalProvider;
import fr.preau.web.NotFound;
import fr.preau.web.Public;
import fr.preau.web.Redirect;
import fr.preau.web.Site;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * EduConnect and the desks of the académies as the demo plays them: one chooses who one is, and
 * comes back with a signed answer.
 */
@Controller
class DeskController {
    static final String DESKS = "/demo/desks/";

    private final LocalProvider provider;
    private final DeskPeople people;
    private final Site site;

    DeskController(LocalProvider provider, DeskPeople people, Site site) {
        this.provider = provider;
        this.people = people;
        this.site = site;
    }

    @Public
    @GetMapping(DESKS + "{door}")
    View ask(@PathVariable String door, HttpServletRequest request) {
        var desk = provider.door(door).orElseThrow(NotFound::new);
        var asked = provider.asked(door, request).orElseThrow(NotFound::new);
        var back = site.link(request, DESKS + door + "/left");
        return new DeskPage(
                desk.name(),
                asked.address().substring(site.link(request, "").length()),
                people.of(desk).stream()
                        .map(one ->
                                new DeskPage.Row(
                                        one.name(),
                                        provider.answer(door, asked, one.attributes(back))))
                        .toList());
    }

    /** Told of a sign-out: it signs out as well, and says so. */
    @Public
    @GetMapping(DESKS + "{door}" + LocalProvider.SIGN_OUT)
    View told(@PathVariable String door, HttpServletRequest request) {
        return Redirect.to(provider.signedOut(door, request).orElseThrow(NotFound::new));
    }

    /** Where sign-out leads: the other door is closed as well. */
    @Public
    @GetMapping(DESKS + "{door}/left")
    View left(@PathVariable String door) {
        return new DeskLeftPage(provider.door(door).orElseThrow(NotFound::new).name());
    }
}
