package fr.preau.townstaff;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A town asks for its colleagues and sees them, and so does who decides. */
@Controller
class TownStaffController {
    static final String LIST = "/town-staff";

    private final Colleagues colleagues;
    private final TownConventions conventions;
    private final StaffAccess access;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    TownStaffController(
            Colleagues colleagues,
            TownConventions conventions,
            StaffAccess access,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.colleagues = colleagues;
        this.conventions = conventions;
        this.access = access;
        this.facts = facts;
        this.clock = clock;
    }

    @For({Profile.TOWN, Profile.SUPERVISION})
    @GetMapping(LIST)
    View list(Actor actor) {
        if (!StaffPolicy.sees(actor)) throw new NotFound();
        return new StaffListPage(
                colleagues.all(),
                !StaffPolicy.towns(actor).isEmpty(),
                conventions.campaign(),
                LocalDate.now(clock));
    }

    @For(Profile.TOWN)
    @GetMapping(LIST + "/new")
    View compose(Actor actor, @RequestParam(required = false) @Nullable Long town) {
        var here = town(actor, town);
        var convention = conventions.inForce(here.id());
        var until = convention.map(TownConventions.InForce::endsOn).orElse(today());
        return new StaffFormPage(
                here, convention.isPresent(), until, StaffForm.blank(until), new Problems());
    }

    @For(Profile.TOWN)
    @StepUp
    @PostMapping(LIST)
    View ask(Actor actor, StaffForm form) {
        var here = town(actor, form.town());
        var convention = conventions.inForce(here.id());
        if (convention.isEmpty())
            return new StaffFormPage(
                    here,
                    false,
                    today(),
                    form,
                    new Problems().add("until", t("townstaff.problem.convention")));
        var problems = problems(actor, form, convention.get());
        if (problems.any())
            return new StaffFormPage(here, true, convention.get().endsOn(), form, problems);
        var asked = colleagues.ask(actor, convention.get(), form, chosen(here, form));
        facts.publishEvent(
                new StaffFact.StaffAsked(asked, actor.account(), actor.person(), clock.instant()));
        return Redirect.to(LIST).saying("townstaff.asked");
    }

    private Problems problems(Actor actor, StaffForm form, TownConventions.InForce convention) {
        var problems = form.check(convention.endsOn(), today());
        if (colleagues.isOneself(actor, form))
            problems.add("lastName", t("townstaff.problem.oneself"));
        if (colleagues.isAskedFor(form.address()))
            problems.add("email", t("townstaff.problem.waiting"));
        return problems;
    }

    /** A school of another town is none. */
    private static List<Long> chosen(StaffFormPage.Town town, StaffForm form) {
        return form.schools().stream()
                .map(asked ->
                        town.schools().stream()
                                .filter(school -> asked.equals(Long.toString(school.id())))
                                .findFirst()
                                .orElseThrow(NotFound::new)
                                .id())
                .distinct()
                .toList();
    }

    private StaffFormPage.Town town(Actor actor, @Nullable Long asked) {
        return conventions.towns(StaffPolicy.towns(actor)).stream()
                .filter(town -> asked == null || town.id() == asked)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    @For({Profile.TOWN, Profile.SUPERVISION})
    @GetMapping(LIST + "/{colleague}")
    View show(Actor actor, @PathVariable long colleague) {
        if (!StaffPolicy.sees(actor)) throw new NotFound();
        return page(
                actor, colleagues.find(colleague).orElseThrow(NotFound::new), "", new Problems());
    }

    private View page(Actor actor, Colleague one, String word, Problems problems) {
        return StaffPage.of(actor, one, access, word, problems);
    }

    /** Those who are ticked are still there. */
    @For(Profile.TOWN)
    @StepUp
    @PostMapping(LIST + "/confirmations")
    View confirm(Actor actor, @RequestParam(defaultValue = "") List<String> still) {
        var towns = StaffPolicy.towns(actor);
        if (towns.isEmpty()) throw new NotFound();
        var campaign = conventions.campaign();
        var ticked =
                colleagues.all().stream()
                        .filter(one -> still.contains(Long.toString(one.id())))
                        .filter(one -> towns.contains(one.town()) && campaign.asks(one))
                        .toList();
        var confirmed = ticked.stream().filter(one -> confirm(actor, one, campaign)).count();
        return Redirect.to(LIST)
                .saying(confirmed == 0 ? "townstaff.none-confirmed" : "townstaff.confirmed");
    }

    /** Whoever was ended a moment ago stays so. */
    private boolean confirm(Actor actor, Colleague one, StaffPolicy.Campaign campaign) {
        var until =
                conventions
                        .inForce(one.town())
                        .map(TownConventions.InForce::endsOn)
                        .orElse(one.untilOn());
        if (!colleagues.confirm(one, campaign.from(), until)) return false;
        var person = one.person();
        if (person != null) access.prolong(person, one.town(), until);
        facts.publishEvent(
                new StaffFact.StaffConfirmed(one.id(), today(), actor.account(), actor.person()));
        return true;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
