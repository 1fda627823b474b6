package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.Adults;
import fr.preau.web.Problems;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Changing one's password. The one in force, or the second factor of those who have one, comes
 * first and on its own page: a mistake there loses nothing of what is typed here.
 */
@Controller
class PasswordController {
    private final Accounts accounts;
    private final PasswordRules rules;
    private final NewPassword chosen;
    private final OwnPassword own;

    PasswordController(
            Accounts accounts, PasswordRules rules, NewPassword chosen, OwnPassword own) {
        this.accounts = accounts;
        this.rules = rules;
        this.chosen = chosen;
        this.own = own;
    }

    @Adults
    @StepUp
    @GetMapping("/security/password")
    View form(Actor actor) {
        return page(actor, new Problems());
    }

    @Adults
    @StepUp
    @PostMapping("/security/password")
    View change(
            Actor actor,
            @RequestParam(required = false) @Nullable String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var typed = Objects.requireNonNullElse(password, "");
        if (typed.isBlank())
            return page(actor, new Problems().add("password", t("access.password.none")));
        var rule = rules.of(actor.account());
        var refusal = chosen.refusal(actor.account(), rule, typed);
        if (refusal.isPresent()) {
            var why = t("access.password." + refusal.get(), rule.minLength());
            return page(actor, new Problems().add("password", why));
        }
        own.replace(actor, typed, rule, request, response);
        return Redirect.to("/security").saying("access.password.changed");
    }

    private View page(Actor actor, Problems problems) {
        return new PasswordPage(
                accounts.loginOf(actor.account()),
                PasswordWords.of(rules.of(actor.account())),
                problems);
    }
}
