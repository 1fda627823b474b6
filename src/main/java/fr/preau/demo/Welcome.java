package fr.preau.demo;

import fr.preau.access.Cast;
import fr.preau.web.Mode;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the terminal says when the demo is open. */
@Component
class Welcome {
    private final Cast cast;
    private final Mode mode;

    Welcome(Cast cast, Mode mode) {
        this.cast = cast;
        this.mode = mode;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (!mode.isDemo()
                || !(ready.getApplicationContext() instanceof WebServerApplicationContext web))
            return;
        System.out.printf(
                "%nPréau est ouvert : http://localhost:%d%nMot de passe de tous : %s%n%n",
                web.getWebServer().getPort(), cast.password());
        cast.groups()
                .forEach(group ->
                        group.members()
                                .forEach(member ->
                                        System.out.printf(
                                                "  %-20s %s%n",
                                                member.login(),
                                                member.card().isEmpty()
                                                        ? member.who()
                                                        : member.who()
                                                                + " ("
                                                                + member.card()
                                                                + ")")));
        System.out.println();
    }
}
