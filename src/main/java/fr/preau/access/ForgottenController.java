package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.mail.Mail;
import fr.preau.web.Problems;
import fr.preau.web.Public;
import fr.preau.web.Redirect;
import fr.preau.web.Site;
import fr.preau.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way back in by mail; a second factor stays due behind it. */
@Controller
class ForgottenController {
    private static final String HERE = "/forgotten";

    private final Forgotten forgotten;
    private final Mail mail;
    private final Accounts accounts;
    private final PasswordRules rules;
    private final NewPassword chosen;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SignIn signIn;
    private final Site site;
    private final Walls walls;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ForgottenController(
            Forgotten forgotten,
            Mail mail,
            Accounts accounts,
            PasswordRules rules,
            NewPassword chosen,
            Passwords passwords,
            Sessions sessions,
            SignIn signIn,
            Site site,
            Walls walls,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.forgotten = forgotten;
        this.mail = mail;
        this.accounts = accounts;
        this.rules = rules;
        this.chosen = chosen;
        this.passwords = passwords;
        this.sessions = sessions;
        this.signIn = signIn;
        this.site = site;
        this.walls = walls;
        this.facts = facts;
        this.clock = clock;
    }

    @Public
    @GetMapping(HERE)
    View form(@RequestParam(defaultValue = "false") boolean sent) {
        return new ForgottenPage(mail.open(), sent, "", new Problems());
    }

    @Public
    @PostMapping(HERE)
    View ask(@RequestParam(defaultValue = "") String email, HttpServletRequest request) {
        if (!mail.open()) return form(false);
        var problems = new Problems();
        if (!email.contains("@") || email.length() > 254)
            problems.add("email", t("access.forgotten.no-email"));
        else if (accounts.addressMustWait(request.getRemoteAddr()))
            problems.add("email", t("access.sign-in.TOO_MANY"));
        if (problems.any()) return new ForgottenPage(true, false, email, problems);
        // Counted with the failures of this place: nobody writes to everybody from one.
        accounts.addressFailed(request.getRemoteAddr());
        forgotten.ask(email, site.link(request, ""));
        return Redirect.to(HERE + "?sent=true");
    }

    @Public
    @GetMapping(HERE + "/{token}")
    View read(@PathVariable String token) {
        var account = forgotten.opens(token);
        return account.isEmpty() ? ended() : page(token, account.get(), new Problems());
    }

    @Public
    @PostMapping(HERE + "/{token}")
    View choose(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var opened = forgotten.opens(token);
        if (opened.isEmpty()) return ended();
        long account = opened.get();
        if (password.isBlank())
            return page(token, account, new Problems().add("password", t("access.password.none")));
        var rule = rules.of(account);
        var refusal = chosen.refusal(account, rule, password);
        if (refusal.isPresent())
            return page(
                    token,
                    account,
                    new Problems()
                            .add(
                                    "password",
                                    t("access.password." + refusal.get(), rule.minLength())));
        var hash = passwords.hash(password);
        var in =
                walls.as(
                        Wall.DOOR,
                        () ->
                                forgotten.use(token)
                                        ? Optional.of(enter(account, hash, rule, request))
                                        : Optional.<SignIn.Result>empty());
        if (in.isEmpty()) return ended();
        if (in.get().verdict() != SignIn.Verdict.IN)
            return Redirect.to("/sign-in").saying("access.passkey.no-role");
        Cookies.SESSION.read(request).ifPresent(sessions::end);
        Cookies.SESSION.write(request, response, in.get().token());
        return Redirect.to("/");
    }

    private SignIn.Result enter(
            long account, String hash, PasswordPolicy.Rule rule, HttpServletRequest request) {
        rules.replace(account, hash, rule);
        sessions.endAll(account);
        facts.publishEvent(new DoorFact.AccountOpened(account, clock.instant()));
        return signIn.enter(account, Device.PERSONAL, "mail", Client.of(request));
    }

    private static View ended() {
        return Redirect.to(HERE).saying("access.forgotten.ended");
    }

    private View page(String token, long account, Problems problems) {
        return new ResetPage(
                token, accounts.loginOf(account), PasswordWords.of(rules.of(account)), problems);
    }
}
