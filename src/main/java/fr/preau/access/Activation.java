package fr.preau.access;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Opens an account with its code and a password of one's own: the first time, or anew (capabilities
 * A03 and A09). A code is no more than a password: its tries are counted, and who has a second
 * factor still owes it afterwards.
 */
@Component
class Activation {
    /** Why nothing was opened. */
    enum Refusal {
        /** Unknown login, wrong, used or expired code, closed account: one answer. */
        REFUSED,
        TOO_MANY,
        NO_ROLE,
        SHORT,
        LONG,
        KINDS,
        EASY,
        /** One of the passwords of before. */
        AGAIN
    }

    /** The cookie's value when somebody is in; else why not. */
    record Outcome(Optional<Refusal> refusal, String token, PasswordPolicy.Rule rule) {
        /** The code was right: the rule is that of its holder. */
        boolean known() {
            return refusal.filter(r -> r != Refusal.REFUSED && r != Refusal.TOO_MANY).isPresent();
        }
    }

    private final Accounts accounts;
    private final ActivationCodes codes;
    private final PasswordRules rules;
    private final NewPassword chosen;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SignIn signIn;
    private final Walls walls;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Activation(
            Accounts accounts,
            ActivationCodes codes,
            PasswordRules rules,
            NewPassword chosen,
            Passwords passwords,
            Sessions sessions,
            SignIn signIn,
            Walls walls,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.rules = rules;
        this.chosen = chosen;
        this.passwords = passwords;
        this.sessions = sessions;
        this.signIn = signIn;
        this.walls = walls;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * The code is used up only when everything else is right. What the rule of this account's
     * password is, is told to its holder alone: a wrong code comes first.
     */
    Outcome open(String login, String code, String password, String address, Client client) {
        var usual = rules.usual();
        if (accounts.addressMustWait(address)) return refused(Refusal.TOO_MANY, usual);
        var account = accounts.byLogin(login);
        var id =
                account.filter(a -> !a.state().equals("CLOSED"))
                        .map(Accounts.Credentials::id)
                        .orElse(-1L);
        var claimed = accounts.claimSheet(id, address);
        // Looked up for a login that nobody has as well: time tells nothing.
        var opens = codes.opens(id, code);
        if (!claimed || !opens) {
            walls.as(Wall.DOOR, () -> fail(account, address));
            return refused(Refusal.REFUSED, usual);
        }
        accounts.sheetRight(id);
        var rule = rules.of(id);
        var fault = chosen.refusal(id, rule, password).map(f -> Refusal.valueOf(f.name()));
        if (fault.isPresent()) return refused(fault.get(), rule);
        var hash = passwords.hash(password);
        return walls.as(Wall.DOOR, () -> enter(id, code, hash, rule, client));
    }

    private Outcome enter(
            long account, String code, String hash, PasswordPolicy.Rule rule, Client client) {
        // Two who hold the same paper at the same moment: one of them is in.
        if (!codes.use(account, code)) return refused(Refusal.REFUSED, rule);
        rules.replace(account, hash, rule);
        sessions.endAll(account);
        facts.publishEvent(new DoorFact.AccountOpened(account, clock.instant()));
        accounts.enteredFromNewPlace(account);
        var result = signIn.enter(account, Device.PERSONAL, "code", client);
        return result.verdict() == SignIn.Verdict.IN
                ? new Outcome(Optional.empty(), result.token(), rule)
                : refused(Refusal.NO_ROLE, rule);
    }

    private void fail(Optional<Accounts.Credentials> account, String address) {
        accounts.addressFailed(address);
        facts.publishEvent(
                new DoorFact.SignInRefused(
                        account.map(Accounts.Credentials::id).orElse(null), clock.instant()));
        accounts.sprayedNow(account.map(Accounts.Credentials::id).orElse(null), address);
    }

    private static Outcome refused(Refusal refusal, PasswordPolicy.Rule rule) {
        return new Outcome(Optional.of(refusal), "", rule);
    }
}
