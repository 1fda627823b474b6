package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.access.JoiningPolicy.Verdict;
import fr.preau.web.Actor;
import fr.preau.web.Adults;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Joining one's other account to this one: prove it, read what will happen, press. */
@Controller
class JoiningController {
    private final Joining joining;
    private final SignIn signIn;
    private final Accounts accounts;
    private final Sessions sessions;
    private final List<OffersDoor> others;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    JoiningController(
            Joining joining,
            SignIn signIn,
            Accounts accounts,
            Sessions sessions,
            List<OffersDoor> others,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.joining = joining;
        this.signIn = signIn;
        this.accounts = accounts;
        this.sessions = sessions;
        this.others = others;
        this.facts = facts;
        this.clock = clock;
    }

    @Adults
    @StepUp
    @GetMapping(Joining.WAY)
    View explain(Actor actor) {
        return page(actor, "", new Problems());
    }

    @Adults
    @StepUp
    @PostMapping(Joining.WAY)
    View prove(
            Actor actor,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request) {
        var problems = new Problems();
        if (login.isBlank()) problems.add("login", t("access.sign-in.no-login"));
        if (password.isBlank()) problems.add("password", t("access.sign-in.no-password"));
        if (problems.any()) return page(actor, login, problems);
        var proof =
                signIn.prove(
                        login,
                        password,
                        request.getRemoteAddr(),
                        Cookies.DEVICE.read(request).orElse(null));
        if (proof.verdict() != SignIn.Verdict.IN)
            return page(
                    actor, login, problems.add("login", t("access.sign-in." + proof.verdict())));
        // Said on the same page: what was typed was right, and still leads nowhere.
        var verdict = joining.verdict(actor.account(), proof.account());
        if (verdict != Verdict.ALLOWED)
            return page(actor, login, problems.add("login", t("access.joining." + verdict)));
        joining.keep(session(request), actor.account(), proof.account(), false);
        return Redirect.to(Joining.CONFIRMATION);
    }

    @Adults
    @StepUp
    @GetMapping(Joining.CONFIRMATION)
    View show(Actor actor, HttpServletRequest request) {
        var proved = joining.proved(session(request), actor.account());
        return proved.isEmpty()
                ? Redirect.to(Joining.WAY)
                : confirm(actor, proved.get(), new Problems());
    }

    @Adults
    @StepUp
    @PostMapping(Joining.CONFIRMATION)
    View join(
            Actor actor,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        var proved = joining.proved(session(request), actor.account());
        if (proved.isEmpty()) return Redirect.to(Joining.WAY).saying("access.joining.late");
        var other = proved.get().other();
        if (joining.verdict(actor.account(), other) != Verdict.ALLOWED)
            return confirm(actor, proved.get(), new Problems());
        if (proved.get().codeDue() && !joining.codeOpens(other, code))
            return confirm(
                    actor,
                    proved.get(),
                    new Problems().add("code", t("access.second-factor.wrong")));
        joining.join(actor.account(), other);
        // More rights than a moment ago: another cookie.
        Cookies.SESSION.write(request, response, sessions.renew(session(request)));
        var school = actor.place();
        facts.publishEvent(
                new DoorFact.AccountsJoined(
                        school, actor.account(), actor.person(), other, clock.instant()));
        return Redirect.to("/security").saying("access.joining.done");
    }

    private View page(Actor actor, String typed, Problems problems) {
        var doors =
                others.stream()
                        .flatMap(other -> other.doors().stream())
                        .filter(door -> !door.whom().equals(Set.of(OffersDoor.Whom.PUPIL)))
                        .toList();
        return new JoiningPage(accounts.loginOf(actor.account()), doors, typed, problems);
    }

    private View confirm(Actor actor, Joining.Proved proved, Problems problems) {
        var verdict = joining.verdict(actor.account(), proved.other());
        if (verdict != Verdict.ALLOWED)
            return page(actor, "", problems.add("login", t("access.joining." + verdict)));
        return new JoinPage(
                accounts.loginOf(actor.account()),
                who(actor.account()),
                who(proved.other()),
                proved.codeDue(),
                problems);
    }

    private List<JoinPage.Who> who(long account) {
        return joining.hatsOf(account).stream()
                .map(hat -> new JoinPage.Who(hat.name(), hat.profile(), hat.place()))
                .toList();
    }

    private static String session(HttpServletRequest request) {
        return Cookies.SESSION.read(request).orElseThrow();
    }
}
