package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.BeforeAll;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import fr.preau.web.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Another password, for whoever has just entered with one that has had its time: after the second
 * factor, before everything else.
 */
@Controller
class RenewalController {
    /** A page left open is not enough: whoever comes later proves again who they are. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final PasswordRules rules;
    private final NewPassword chosen;
    private final OwnPassword own;
    private final Sessions sessions;
    private final Clock clock;

    RenewalController(
            Accounts accounts,
            PasswordRules rules,
            NewPassword chosen,
            OwnPassword own,
            Sessions sessions,
            Clock clock) {
        this.accounts = accounts;
        this.rules = rules;
        this.chosen = chosen;
        this.own = own;
        this.sessions = sessions;
        this.clock = clock;
    }

    @BeforeAll
    @GetMapping("/renewal")
    View ask(
            Actor actor,
            Visit visit,
            @RequestParam(defaultValue = "/") String then,
            HttpServletRequest request) {
        if (visit.due() != Visit.Due.PASSWORD) return Redirect.to(LocalPath.of(then));
        if (!isFresh(visit, request)) return proof(then);
        // The académie may have changed its mind meanwhile.
        if (!rules.isOver(actor.account())) {
            Cookies.SESSION.read(request).ifPresent(token -> sessions.passwordDue(token, false));
            return Redirect.to(LocalPath.of(then));
        }
        return page(actor, then, new Problems());
    }

    @BeforeAll
    @PostMapping("/renewal")
    View replace(
            Actor actor,
            Visit visit,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String then,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (visit.due() != Visit.Due.PASSWORD) return Redirect.to(LocalPath.of(then));
        if (!isFresh(visit, request)) return proof(then);
        if (password.isBlank())
            return page(actor, then, new Problems().add("password", t("access.password.none")));
        var rule = rules.of(actor.account());
        var refusal = chosen.refusal(actor.account(), rule, password);
        if (refusal.isPresent()) {
            var why = t("access.password." + refusal.get(), rule.minLength());
            return page(actor, then, new Problems().add("password", why));
        }
        own.replace(actor, password, rule, request, response);
        return Redirect.to(LocalPath.of(then)).saying("access.renewal.done");
    }

    private boolean isFresh(Visit visit, HttpServletRequest request) {
        var from = clock.instant().minus(FRESH);
        if (visit.secondFactorAt() != null && visit.secondFactorAt().isAfter(from)) return true;
        return Cookies.SESSION
                .read(request)
                .flatMap(sessions::openedAt)
                .orElse(Instant.EPOCH)
                .isAfter(from);
    }

    private static View proof(String then) {
        var back = "/renewal?then=" + URLEncoder.encode(then, StandardCharsets.UTF_8);
        return Redirect.to(
                "/second-factor?then=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
    }

    private View page(Actor actor, String then, Problems problems) {
        var rule = rules.of(actor.account());
        return new RenewalPage(
                accounts.loginOf(actor.account()),
                PasswordWords.of(rule),
                PasswordWords.age(rule),
                LocalPath.of(then),
                problems);
    }
}
