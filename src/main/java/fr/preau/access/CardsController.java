package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.Screen;
import fr.preau.web.Site;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Cards of a class or of one child: made, made again when lost, ended at once. */
@Controller
class CardsController {
    private final Pupils pupils;
    private final Cards cards;
    private final Site site;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    CardsController(
            Pupils pupils, Cards cards, Site site, ApplicationEventPublisher facts, Clock clock) {
        this.pupils = pupils;
        this.cards = cards;
        this.site = site;
        this.facts = facts;
        this.clock = clock;
    }

    @For(Profile.TEACHER)
    @StepUp
    @GetMapping("/pupils/cards/{schoolClass}")
    View prepare(Actor actor, @PathVariable long schoolClass) {
        return page(pupils.ofClass(actor, schoolClass), List.of(), new Problems());
    }

    @For(Profile.TEACHER)
    @StepUp
    @PostMapping("/pupils/cards/{schoolClass}")
    View make(
            Actor actor,
            @PathVariable long schoolClass,
            @RequestParam("_once") String formKey,
            @RequestParam(defaultValue = "") String until,
            HttpServletRequest request) {
        var rows = pupils.ofClass(actor, schoolClass);
        var last = cards.lastDay(until).orElse(null);
        if (last == null) return page(rows, List.of(), wrongDay());
        return page(rows, make(actor, rows, formKey, last, request), new Problems());
    }

    @For(Profile.TEACHER)
    @StepUp
    @PostMapping("/pupils/cards/{schoolClass}/revocation")
    View revoke(Actor actor, @PathVariable long schoolClass) {
        revoke(actor, pupils.ofClass(actor, schoolClass));
        return Redirect.to("/pupils").saying("access.cards.all-revoked");
    }

    @For(Profile.TEACHER)
    @StepUp
    @GetMapping("/pupils/{pupil}/card")
    View prepareOne(Actor actor, @PathVariable long pupil) {
        return one(pupils.lookedAfterBy(actor, pupil), null, new Problems());
    }

    @For(Profile.TEACHER)
    @StepUp
    @PostMapping("/pupils/{pupil}/card")
    View makeOne(
            Actor actor,
            @PathVariable long pupil,
            @RequestParam("_once") String formKey,
            @RequestParam(defaultValue = "") String until,
            HttpServletRequest request) {
        var row = pupils.lookedAfterBy(actor, pupil);
        var last = cards.lastDay(until).orElse(null);
        if (last == null) return one(row, null, wrongDay());
        var made = make(actor, List.of(row), formKey, last, request);
        return one(row, made.getFirst(), new Problems());
    }

    @For(Profile.TEACHER)
    @StepUp
    @PostMapping("/pupils/{pupil}/card/revocation")
    View revokeOne(Actor actor, @PathVariable long pupil) {
        revoke(actor, List.of(pupils.lookedAfterBy(actor, pupil)));
        return Redirect.to("/pupils").saying("access.card.revoked");
    }

    /** What hangs on the wall of the class: three pictures of what to do, and no secret. */
    @For(Profile.TEACHER)
    @GetMapping("/pupils/poster")
    View poster(Actor actor) {
        return new PosterPage();
    }

    private List<CardsPage.Card> make(
            Actor actor,
            List<PupilsPage.Row> rows,
            String formKey,
            LocalDate until,
            HttpServletRequest request) {
        var base = site.link(request, "/cards/");
        var made =
                rows.stream()
                        .map(row -> card(row, base + cards.make(row.id(), formKey, until)))
                        .toList();
        facts.publishEvent(
                new DoorFact.CardsMade(
                        rows.getFirst().schoolId(),
                        actor.account(),
                        actor.person(),
                        made.size(),
                        clock.instant()));
        return made;
    }

    private void revoke(Actor actor, List<PupilsPage.Row> rows) {
        var ended = cards.revoke(rows.stream().map(PupilsPage.Row::id).toList());
        facts.publishEvent(
                new DoorFact.CardsRevoked(
                        rows.getFirst().schoolId(), actor.account(), ended, clock.instant()));
    }

    private static Problems wrongDay() {
        return new Problems().add("until", t("access.cards.wrong-day"));
    }

    private CardsPage page(
            List<PupilsPage.Row> rows, List<CardsPage.Card> made, Problems problems) {
        var today = LocalDate.now(clock);
        return new CardsPage(
                rows.getFirst().classId(),
                rows.getFirst().classLabel(),
                rows.size(),
                today,
                Cards.endOfSchoolYear(today),
                made,
                problems);
    }

    private PupilCardPage one(
            PupilsPage.Row row,
            CardsPage.@org.jspecify.annotations.Nullable Card made,
            Problems problems) {
        var today = LocalDate.now(clock);
        return new PupilCardPage(
                row,
                cards.until(row.id()).orElse(null),
                today,
                Cards.endOfSchoolYear(today),
                made,
                problems);
    }

    private static CardsPage.Card card(PupilsPage.Row row, String address) {
        return new CardsPage.Card(
                row.firstName() + " " + row.lastName(),
                row.classLabel(),
                Pictures.avatar(row.id()),
                Screen.colourOf(row.id()),
                Qr.of(address),
                address);
    }
}
