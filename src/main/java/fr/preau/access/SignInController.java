package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Mode;
import fr.preau.web.Problems;
import fr.preau.web.Public;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInController {
    private final SignIn signIn;
    private final Sessions sessions;
    private final Mode mode;
    private final ObjectProvider<Cast> cast;

    SignInController(SignIn signIn, Sessions sessions, Mode mode, ObjectProvider<Cast> cast) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.mode = mode;
        this.cast = cast;
    }

    @Public
    @GetMapping("/sign-in")
    View form(
            @RequestParam(defaultValue = "/") String then,
            @RequestParam(defaultValue = "false") boolean kept) {
        return page("", then, kept, new Problems());
    }

    @Public
    @PostMapping("/sign-in")
    View enter(SignInForm form, HttpServletRequest request, HttpServletResponse response) {
        var login = Objects.requireNonNullElse(form.login(), "");
        var password = Objects.requireNonNullElse(form.password(), "");
        var problems = new Problems();
        if (login.isBlank()) problems.add("login", t("access.sign-in.no-login"));
        if (password.isBlank()) problems.add("password", t("access.sign-in.no-password"));
        if (problems.any()) return page(login, form.then(), form.kept() != null, problems);
        var result = signIn.withPassword(login, password, request.getRemoteAddr());
        if (result.verdict() != SignIn.Verdict.IN) {
            return page(
                    login,
                    form.then(),
                    form.kept() != null,
                    problems.add("login", t("access.sign-in." + result.verdict())));
        }
        // A session already open in this browser belongs to somebody who has gone.
        Cookies.SESSION.read(request).ifPresent(sessions::end);
        Cookies.SESSION.write(request, response, result.token());
        return Redirect.to(LocalPath.of(form.then()));
    }

    private SignInPage page(
            String login,
            @org.jspecify.annotations.Nullable String then,
            boolean kept,
            Problems problems) {
        var offered = mode.isDemo() ? cast.getIfAvailable() : null;
        return new SignInPage(
                login,
                LocalPath.of(then),
                kept,
                problems,
                offered == null ? List.of() : offered.groups(),
                offered == null ? "" : offered.password());
    }
}
