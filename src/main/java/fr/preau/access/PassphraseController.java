package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A teacher and a child who reads choose three words; from CE2 on, it does not exist before. */
@Controller
class PassphraseController {
    private final Pupils pupils;
    private final Passphrases passphrases;
    private final Passwords passwords;
    private final Accounts accounts;
    private final Sessions sessions;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    PassphraseController(
            Pupils pupils,
            Passphrases passphrases,
            Passwords passwords,
            Accounts accounts,
            Sessions sessions,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.pupils = pupils;
        this.passphrases = passphrases;
        this.passwords = passwords;
        this.accounts = accounts;
        this.sessions = sessions;
        this.facts = facts;
        this.clock = clock;
    }

    @For(Profile.TEACHER)
    @StepUp
    @GetMapping("/pupils/{pupil}/passphrase")
    View choose(Actor actor, @PathVariable long pupil) {
        return proposing(reader(actor, pupil), new Problems());
    }

    @For(Profile.TEACHER)
    @StepUp
    @PostMapping("/pupils/{pupil}/passphrase")
    View keep(
            Actor actor, @PathVariable long pupil, @RequestParam(defaultValue = "") String words) {
        var row = reader(actor, pupil);
        if (!passphrases.isPassphrase(words))
            return proposing(row, new Problems().add("words-1", t("access.passphrase.choose-one")));
        accounts.setPassphrase(row.account(), passwords.hash(passphrases.orAsTyped(words)));
        sessions.endAll(row.account());
        facts.publishEvent(
                new DoorFact.PassphraseGiven(
                        row.schoolId(), actor.account(), pupil, clock.instant()));
        return new PassphrasePage(row, List.of(), words, new Problems());
    }

    private PassphrasePage proposing(PupilsPage.Row row, Problems problems) {
        var three = List.of(passphrases.propose(), passphrases.propose(), passphrases.propose());
        return new PassphrasePage(row, three, "", problems);
    }

    private PupilsPage.Row reader(Actor actor, long pupil) {
        var row = pupils.lookedAfterBy(actor, pupil);
        if (!row.reads()) throw new NotFound();
        return row;
    }
}
