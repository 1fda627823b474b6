package fr.preau.access;

import fr.preau.access.PasswordPolicy.Rule;
import fr.preau.web.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Replaces the password of whoever is inside; nobody stays inside elsewhere. */
@Component
class OwnPassword {
    private final PasswordRules rules;
    private final Passwords passwords;
    private final Sessions sessions;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    OwnPassword(
            PasswordRules rules,
            Passwords passwords,
            Sessions sessions,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.rules = rules;
        this.passwords = passwords;
        this.sessions = sessions;
        this.facts = facts;
        this.clock = clock;
    }

    /** {@code password} has been judged by {@code rule}. */
    void replace(
            Actor actor,
            String password,
            Rule rule,
            HttpServletRequest request,
            HttpServletResponse response) {
        rules.replace(actor.account(), passwords.hash(password), rule);
        var here = Cookies.SESSION.read(request).orElseThrow();
        sessions.endOthers(actor.account(), here);
        sessions.passwordDue(here, false);
        Cookies.SESSION.write(request, response, sessions.renew(here));
        facts.publishEvent(
                new DoorFact.PasswordChanged(
                        actor.place(), actor.account(), actor.person(), clock.instant()));
    }
}
