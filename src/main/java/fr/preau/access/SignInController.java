package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.access.OffersDoor.Whom;
import fr.preau.web.Mode;
import fr.preau.web.Problems;
import fr.preau.web.Public;
import fr.preau.web.Redirect;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
    private final List<OffersDoor> others;
    private final ClassDevices devices;

    SignInController(
            SignIn signIn,
            Sessions sessions,
            Mode mode,
            ObjectProvider<Cast> cast,
            List<OffersDoor> others,
            ClassDevices devices) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.mode = mode;
        this.cast = cast;
        this.others = others;
        this.devices = devices;
    }

    @Public
    @GetMapping("/sign-in")
    View form(
            @RequestParam(defaultValue = "/") String then,
            @RequestParam(defaultValue = "false") boolean kept,
            @RequestParam(required = false) @Nullable Whom who,
            HttpServletRequest request) {
        // A tablet of a class is for its children; adults say who they are, or find their text.
        if (who == null
                && !kept
                && Cookies.CLASS.read(request).flatMap(devices::tablet).isPresent())
            return Redirect.to("/class");
        return page(new SignInForm("", "", then, kept ? "true" : null, who), new Problems());
    }

    @Public
    @PostMapping("/sign-in")
    View enter(SignInForm form, HttpServletRequest request, HttpServletResponse response) {
        var login = Objects.requireNonNullElse(form.login(), "");
        var password = Objects.requireNonNullElse(form.password(), "");
        var problems = new Problems();
        if (login.isBlank()) problems.add("login", t("access.sign-in.no-login"));
        if (password.isBlank()) problems.add("password", t("access.sign-in.no-password"));
        if (problems.any()) return page(form, problems);
        var result =
                signIn.withPassword(
                        login,
                        password,
                        request.getRemoteAddr(),
                        Cookies.DEVICE.read(request).orElse(null),
                        Client.of(request));
        if (result.verdict() != SignIn.Verdict.IN) {
            return page(form, problems.add("login", t("access.sign-in." + result.verdict())));
        }
        // A session already open in this browser belongs to somebody who has gone.
        Cookies.SESSION.read(request).ifPresent(sessions::end);
        Cookies.SESSION.write(request, response, result.token());
        return Redirect.to(LocalPath.of(form.then()));
    }

    private SignInPage page(SignInForm form, Problems problems) {
        var offered = mode.isDemo() ? cast.getIfAvailable() : null;
        return new SignInPage(
                form.who(),
                others.stream()
                        .flatMap(other -> other.doors().stream())
                        .filter(door -> form.who() == null || door.whom().contains(form.who()))
                        .toList(),
                Objects.requireNonNullElse(form.login(), ""),
                LocalPath.of(form.then()),
                form.kept() != null,
                problems,
                offered == null ? List.of() : offered.groups(),
                offered == null ? "" : offered.password());
    }
}
