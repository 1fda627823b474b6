package fr.preau.proconnect;

import static fr.preau.web.Wording.t;

import fr.preau.access.Qr;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.RoleKind;
import fr.preau.web.Site;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The referent of a commune invites its agents, and withdraws what was given. */
@Controller
class InvitationsController {
    static final String LIST = "/town-invitations";

    private final Registration registration;
    private final Invitations invitations;
    private final Conventions conventions;
    private final Admission admission;
    private final Site site;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    InvitationsController(
            Registration registration,
            Invitations invitations,
            Conventions conventions,
            Admission admission,
            Site site,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.registration = registration;
        this.invitations = invitations;
        this.conventions = conventions;
        this.admission = admission;
        this.site = site;
        this.facts = facts;
        this.clock = clock;
    }

    /** The communes where this actor is a referent. */
    static List<Long> townsOf(Actor actor) {
        return actor.roles().stream()
                .filter(role -> role.kind() == RoleKind.TOWN_REFERENT)
                .map(Actor.Role::structure)
                .distinct()
                .toList();
    }

    @For(Profile.TOWN)
    @GetMapping(LIST)
    View list(Actor actor) {
        return page(towns(actor), InvitationForm.EMPTY, null, new Problems());
    }

    @For(Profile.TOWN)
    @StepUp
    @PostMapping(LIST)
    View invite(Actor actor, InvitationForm form, HttpServletRequest request) {
        var towns = towns(actor);
        var town = Objects.requireNonNullElse(form.town(), towns.getFirst());
        if (!towns.contains(town)) throw new NotFound();
        var problems = form.problems(invitations.agents(town));
        if (!problems.any() && !mayEnter(town, form))
            problems.add("email", t("proconnect.invitations.not-approved"));
        if (problems.any()) return page(towns, form, null, problems);
        var made = invitations.make(town, form.address(), form.agent(), actor.person());
        facts.publishEvent(
                new ProConnectFact.AgentInvited(
                        made.id(), town, actor.account(), actor.person(), clock.instant()));
        var link = site.link(request, LIST + "/" + made.code());
        return page(
                towns,
                InvitationForm.EMPTY,
                new InvitationListPage.Fresh(form.address(), link, Qr.of(link), made.until()),
                new Problems());
    }

    /** Somebody of the town hall today, or whom the région accepted: nobody makes agents alone. */
    private boolean mayEnter(long town, InvitationForm form) {
        return form.agent() != null || admission.approval(town, form.address()).isPresent();
    }

    @For(Profile.TOWN)
    @StepUp
    @PostMapping(LIST + "/{invitation}/withdrawal")
    View withdraw(Actor actor, @PathVariable long invitation) {
        var ended = invitations.withdraw(invitation, towns(actor)).orElseThrow(NotFound::new);
        admission.end(ended);
        facts.publishEvent(
                new ProConnectFact.InvitationWithdrawn(
                        ended.id(),
                        ended.townId(),
                        actor.account(),
                        actor.person(),
                        clock.instant()));
        return Redirect.to(LIST).saying("proconnect.invitations.withdrawn-now");
    }

    private List<Long> towns(Actor actor) {
        var towns = townsOf(actor);
        if (towns.isEmpty() || registration.current().isEmpty()) throw new NotFound();
        return towns;
    }

    private View page(
            List<Long> towns,
            InvitationForm form,
            InvitationListPage.@Nullable Fresh fresh,
            Problems problems) {
        return new InvitationListPage(
                towns.stream().map(this::shown).toList(), form, fresh, clock.instant(), problems);
    }

    private InvitationListPage.Town shown(long town) {
        return new InvitationListPage.Town(
                town,
                invitations.town(town),
                conventions.inForceAt(town).isPresent(),
                invitations.agents(town).stream()
                        .map(one ->
                                new InvitationListPage.Person(Long.toString(one.id()), one.name()))
                        .toList(),
                invitations.of(town));
    }
}
