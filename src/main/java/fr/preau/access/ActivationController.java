package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.access.Activation.Refusal;
import fr.preau.web.Problems;
import fr.preau.web.Public;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The way in for whoever holds a connection sheet. */
@Controller
class ActivationController {
    private final Activation activation;
    private final PasswordRules rules;
    private final Sessions sessions;

    ActivationController(Activation activation, PasswordRules rules, Sessions sessions) {
        this.activation = activation;
        this.rules = rules;
        this.sessions = sessions;
    }

    @Public
    @GetMapping("/activation")
    View form() {
        return unknown(new ActivationForm("", "", ""), new Problems());
    }

    @Public
    @PostMapping("/activation")
    View open(ActivationForm sent, HttpServletRequest request, HttpServletResponse response) {
        var form = sent.typed();
        var problems = new Problems();
        if (form.login().isBlank()) problems.add("login", t("access.activation.no-login"));
        if (form.code().isBlank()) problems.add("code", t("access.activation.no-code"));
        if (form.password().isBlank()) problems.add("password", t("access.activation.no-password"));
        if (problems.any()) return unknown(form, problems);
        var outcome =
                activation.open(
                        form.login(),
                        form.code(),
                        form.password(),
                        request.getRemoteAddr(),
                        Client.of(request));
        if (outcome.refusal().isPresent()) {
            var refusal = outcome.refusal().get();
            var sentence = t("access.activation." + refusal, outcome.rule().minLength());
            problems.add(field(refusal), sentence);
            return outcome.known()
                    ? page(form, PasswordWords.of(outcome.rule()), problems)
                    : unknown(form, problems);
        }
        Cookies.SESSION.read(request).ifPresent(sessions::end);
        Cookies.SESSION.write(request, response, outcome.token());
        return Redirect.to("/");
    }

    private static String field(Refusal refusal) {
        return switch (refusal) {
            case REFUSED, TOO_MANY -> "code";
            case NO_ROLE -> "login";
            case SHORT, LONG, KINDS, EASY, AGAIN -> "password";
        };
    }

    /** Before the code is looked at nobody is known: what most people are asked for. */
    private ActivationPage unknown(ActivationForm form, Problems problems) {
        var rule = PasswordWords.of(rules.usual());
        return page(
                form,
                rules.academiesAsk() ? rule + " " + t("access.password.rule.academies") : rule,
                problems);
    }

    private static ActivationPage page(ActivationForm form, String rule, Problems problems) {
        return new ActivationPage(form.login(), form.code(), rule, problems);
    }
}
