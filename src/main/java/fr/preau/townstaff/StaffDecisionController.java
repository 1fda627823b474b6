package fr.preau.townstaff;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.Site;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is decided of one colleague: accepted or refused, ended, given a code to enter. */
@Controller
class StaffDecisionController {
    private static final int MAX_WORD = 1000;
    private static final String ONE = TownStaffController.LIST + "/{colleague}";

    private final Colleagues colleagues;
    private final StaffAccess access;
    private final Site site;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    StaffDecisionController(
            Colleagues colleagues,
            StaffAccess access,
            Site site,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.colleagues = colleagues;
        this.access = access;
        this.site = site;
        this.facts = facts;
        this.clock = clock;
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping(ONE + "/decision")
    View decide(
            Actor actor,
            @PathVariable long colleague,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String word) {
        var one = locked(colleague);
        if (!StaffPolicy.decides(actor, one)) throw new NotFound();
        if (one.state() != Stage.ASKED) return Redirect.to(one.path()).saying("townstaff.already");
        var accepts = decision.equals("ACCEPT");
        var said = StaffForm.lines(word);
        var problems = problems(decision, said);
        if (problems.any()) return StaffPage.of(actor, one, access, said, problems);
        colleagues.decide(actor, one, accepts, said, accepts ? access.open(one) : null);
        facts.publishEvent(
                new StaffFact.StaffDecided(
                        one.id(), accepts, actor.account(), actor.person(), clock.instant()));
        return Redirect.to(one.path()).saying(accepts ? "townstaff.accepted" : "townstaff.refused");
    }

    private static Problems problems(String decision, String word) {
        var problems = new Problems();
        if (!decision.equals("ACCEPT") && !decision.equals("REFUSE"))
            problems.add("decision", t("townstaff.problem.decision"));
        if (decision.equals("REFUSE") && word.isEmpty())
            problems.add("word", t("townstaff.problem.word"));
        if (word.length() > MAX_WORD) problems.add("word", t("townstaff.problem.long-word"));
        return problems;
    }

    /** The town or the région ends it at once; what still waits is only withdrawn, by the town. */
    @For({Profile.TOWN, Profile.SUPERVISION})
    @StepUp
    @PostMapping(ONE + "/end")
    View end(Actor actor, @PathVariable long colleague) {
        var one = locked(colleague);
        var town = StaffPolicy.towns(actor).contains(one.town());
        if (!town && !StaffPolicy.decides(actor, one)) throw new NotFound();
        if (town && colleagues.withdraw(one)) return ended(actor, one, "WITHDRAWN");
        var cause = town ? "TOWN" : "REGION";
        var person = one.person();
        if (person == null || !colleagues.end(one, cause)) throw new NotFound();
        access.end(person, one.town(), one.email());
        return ended(actor, one, cause);
    }

    private View ended(Actor actor, Colleague one, String cause) {
        facts.publishEvent(
                new StaffFact.StaffEnded(one.id(), cause, actor.account(), actor.person()));
        return Redirect.to(TownStaffController.LIST)
                .saying(cause.equals("WITHDRAWN") ? "townstaff.withdrawn" : "townstaff.ended");
    }

    /** Where ProConnect is not known, the town hands over a code that opens the account once. */
    @For(Profile.TOWN)
    @StepUp
    @PostMapping(ONE + "/code")
    View code(
            Actor actor,
            @PathVariable long colleague,
            @RequestParam("_once") String formKey,
            HttpServletRequest request) {
        var one = colleagues.find(colleague).orElseThrow(NotFound::new);
        var person = one.person();
        if (!StaffPolicy.towns(actor).contains(one.town())
                || one.state() != Stage.ACCEPTED
                || person == null
                || access.byProConnect()) throw new NotFound();
        var holder = access.holder(person).filter(h -> !h.active()).orElseThrow(NotFound::new);
        var key = access.code(actor, one, holder, formKey);
        var door = site.link(request, "/activation");
        return new StaffCodePage(one, holder.login(), key, door);
    }

    private Colleague locked(long colleague) {
        var one = colleagues.find(colleague).orElseThrow(NotFound::new);
        colleagues.lock(one);
        return colleagues.find(colleague).orElseThrow(NotFound::new);
    }
}
