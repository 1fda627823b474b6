package fr.preau.access;

import fr.preau.access.Hats.Hat;
import fr.preau.database.Walls;
import fr.preau.database.Wall;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Opens a session for somebody who has shown who they are; the same for a password and for a card
 * with pictures.
 */
@Component
class SignIn {
    enum Verdict {
        IN,
        /**
         * Unknown login, wrong password, closed or locked account: one answer, so that nobody
         * learns who has an account.
         */
        REFUSED,
        /** This address has tried too often. */
        TOO_MANY,
        /**
         * Guesses are made everywhere, and this account has never entered from here: its password
         * is not looked at.
         */
        NEW_PLACE,
        /** Right password, but no role is live today, e.g. a replacement that has ended. */
        NO_ROLE
    }

    record Result(Verdict verdict, String token) {}

    private final Accounts accounts;
    private final Hats hats;
    private final Sessions sessions;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final Devices devices;
    private final Passphrases passphrases;
    private final Remembering remembering;
    private final Walls walls;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    SignIn(
            Accounts accounts,
            Hats hats,
            Sessions sessions,
            Passwords passwords,
            PasswordRules rules,
            Devices devices,
            Passphrases passphrases,
            Remembering remembering,
            Walls walls,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.accounts = accounts;
        this.hats = hats;
        this.sessions = sessions;
        this.passwords = passwords;
        this.rules = rules;
        this.devices = devices;
        this.passphrases = passphrases;
        this.remembering = remembering;
        this.walls = walls;
        this.facts = facts;
        this.clock = clock;
    }

    /** What a password has proved; {@code account} is -1 when nothing. */
    record Proof(Verdict verdict, long account) {}

    /** {@code browser}: the cookie of a device that may be known, null when there is none. */
    Result withPassword(
            String login,
            String password,
            String address,
            @Nullable String browser,
            @Nullable Client client) {
        var proof = prove(login, password, address, browser);
        if (proof.verdict() != Verdict.IN) return new Result(proof.verdict(), "");
        var result = enter(proof.account(), "password", browser, client);
        if (result.verdict() == Verdict.IN && rules.isOver(proof.account()))
            sessions.passwordDue(result.token(), true);
        return result;
    }

    /**
     * The password alone, counted and slowed down as at the door; nobody enters. Where the account
     * has entered before, guesses that are made elsewhere keep nobody out.
     */
    Proof prove(String login, String password, String address, @Nullable String browser) {
        var account = accounts.byLogin(login);
        // Tries during the wait are not counted: the right password of its owner must not make the
        // wait longer.
        var device =
                account.flatMap(a -> browser == null ? none() : devices.known(a.id(), browser))
                        .orElse(null);
        var newPlace =
                device == null
                        && !accounts.hasEnteredFrom(
                                account.map(Accounts.Credentials::id).orElse(-1L), address);
        if (newPlace && accounts.sprayed()) return new Proof(Verdict.NEW_PLACE, -1);
        if (device == null && accounts.knownAddressMustWait(address))
            return new Proof(Verdict.TOO_MANY, -1);
        var open = account.filter(a -> accounts.claimTry(a.id(), device));
        if (open.isEmpty()) accounts.claimNobody(address);
        var right =
                passwords.matches(
                        passphrases.orAsTyped(password),
                        account.map(Accounts.Credentials::passwordHash).orElse(null));
        if (right && open.filter(a -> a.state().equals("ACTIVE")).isPresent()) {
            accounts.passwordRight(open.get().id(), device, newPlace);
            return new Proof(Verdict.IN, open.get().id());
        }
        return walls.as(Wall.DOOR, () -> refuse(account, address, newPlace));
    }

    private static Optional<Long> none() {
        return Optional.empty();
    }

    private Proof refuse(Optional<Accounts.Credentials> account, String address, boolean newPlace) {
        accounts.addressFailed(address);
        var whose = account.map(Accounts.Credentials::id).orElse(null);
        facts.publishEvent(new DoorFact.SignInRefused(whose, clock.instant()));
        if (accounts.sprayedNow(newPlace ? whose : null, address))
            facts.publishEvent(DoorFact.GuessesEverywhere.at(clock.instant()));
        return new Proof(Verdict.REFUSED, -1);
    }

    /** By a door that proves no second factor: a device of one's own may stand in for it. */
    Result enter(long account, String manner, @Nullable String browser, @Nullable Client client) {
        var result = enter(account, Device.PERSONAL, manner, client);
        if (result.verdict() == Verdict.IN) remembering.greet(account, result.token(), browser);
        return result;
    }

    Result enter(long account, Device device, String manner, @Nullable Client client) {
        return walls.as(
                Wall.DOOR,
                () -> {
                    var landing = hats.of(account).stream().findFirst();
                    if (landing.isEmpty()) return new Result(Verdict.NO_ROLE, "");
                    Hat hat = landing.get();
                    facts.publishEvent(
                            new DoorFact.SignedIn(
                                    account,
                                    hat.person(),
                                    manner,
                                    client == null ? null : client.name(),
                                    clock.instant()));
                    return new Result(Verdict.IN, sessions.open(account, hat, device));
                });
    }
}
