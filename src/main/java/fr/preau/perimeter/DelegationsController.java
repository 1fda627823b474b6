package fr.preau.perimeter;

import static fr.preau.web.Profile.SUPERVISION;
import static fr.preau.web.Profile.TEACHER;
import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A direction or an inspector entrusts an administration until a date, and takes it back. */
@Controller
class DelegationsController {
    private final Delegations delegations;
    private final Offers offers;
    private final Clock clock;

    DelegationsController(Delegations delegations, Offers offers, Clock clock) {
        this.delegations = delegations;
        this.offers = offers;
        this.clock = clock;
    }

    @For({TEACHER, SUPERVISION})
    @GetMapping("/delegations")
    View list(Actor actor) {
        admit(actor);
        return new DelegationListPage(isSchool(actor), delegations.of(actor));
    }

    @For({TEACHER, SUPERVISION})
    @StepUp
    @GetMapping("/delegations/new")
    View prepare(Actor actor) {
        admit(actor);
        var last = DelegationPolicy.endOfSchoolYear(today()).toString();
        return page(
                actor,
                new DelegationForm("", "", last),
                offers.scopes(actor),
                offers.candidates(actor),
                new Problems());
    }

    @For({TEACHER, SUPERVISION})
    @StepUp
    @PostMapping("/delegations")
    View grant(Actor actor, DelegationForm form) {
        admit(actor);
        var scopes = offers.scopes(actor);
        var candidates = offers.candidates(actor);
        var scope = chosen(scopes, form);
        var problems = check(actor, form, scope, candidates);
        if (problems.any() || scope == null) return page(actor, form, scopes, candidates, problems);

        delegations.grant(actor, scope, form.personId(), form.lastDay());
        return Redirect.to("/delegations")
                .saying(
                        scope.kind() == Scope.Kind.SCHOOL
                                ? "perimeter.granted-school"
                                : "perimeter.granted");
    }

    /** No fresh proof is asked: taking a right away must never wait. */
    @For({TEACHER, SUPERVISION})
    @PostMapping("/delegations/{delegation}/revocation")
    View revoke(Actor actor, @PathVariable long delegation) {
        admit(actor);
        delegations.revoke(actor, delegation);
        return Redirect.to("/delegations").saying("perimeter.revoked");
    }

    private Problems check(
            Actor actor, DelegationForm form, @Nullable Scope scope, List<Candidate> candidates) {
        var problems = new Problems();
        if (scope == null) return problems.add("scope", t("perimeter.problem.scope"));
        var candidate = candidate(candidates, scope, form.personId());
        var taker =
                DelegationPolicy.mayTake(
                        actor,
                        form.personId(),
                        candidate,
                        candidate != null && offers.holds(candidate.person(), scope));
        if (taker != DelegationPolicy.Taker.ALLOWED)
            problems.add("person", t("perimeter.problem.person." + taker));
        var end =
                DelegationPolicy.mayLast(
                        form.lastDay(), today(), candidate == null ? null : candidate.until());
        if (end != DelegationPolicy.End.ALLOWED)
            problems.add("until", t("perimeter.problem.until." + end));
        return problems;
    }

    private static @Nullable Scope chosen(List<Scope> scopes, DelegationForm form) {
        return scopes.stream()
                .filter(scope -> scope.value().equals(form.scope()))
                .findFirst()
                .orElse(null);
    }

    /** In a school, somebody of that school; elsewhere, anybody of the tree. */
    private static @Nullable Candidate candidate(
            List<Candidate> candidates, Scope scope, long person) {
        return candidates.stream()
                .filter(one ->
                        one.person() == person
                                && (!scope.inSchool() || one.structure() == scope.structure()))
                .findFirst()
                .orElse(null);
    }

    private DelegationPage page(
            Actor actor,
            DelegationForm form,
            List<Scope> scopes,
            List<Candidate> candidates,
            Problems problems) {
        return new DelegationPage(form, scopes, candidates, isSchool(actor), today(), problems);
    }

    private static boolean isSchool(Actor actor) {
        return actor.profile() == TEACHER;
    }

    private static void admit(Actor actor) {
        if (!DelegationPolicy.mayDelegate(actor)) throw new NotFound();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
