package fr.preau.access;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * For those whom another door has already proved: an identity provider has answered, its answer has
 * been checked, and the person is known here. What is due after a door (second factor, charter)
 * stays due.
 */
@Component
public class OtherDoors {
    private final JdbcClient db;
    private final Walls walls;
    private final SignIn signIn;
    private final Accounts accounts;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final Clock clock;

    OtherDoors(
            JdbcClient db,
            Walls walls,
            SignIn signIn,
            Accounts accounts,
            Passkeys passkeys,
            Sessions sessions,
            Clock clock) {
        this.db = db;
        this.walls = walls;
        this.signIn = signIn;
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** An account that the person may mean, named as its owner knows it. */
    public record Choice(long account, String name) {}

    /**
     * How somebody enters: the manner is written in the journal (e.g. {@code educonnect}); {@code
     * leavesTo} is the absolute address where the other door wants the browser at sign-out; {@code
     * proved}: a second factor was given there. It spares the code of those who have one here;
     * those who never made theirs make it all the same, for the sensitive acts that ask for it;
     * {@code opened} is told the number of the session.
     */
    public record Entry(
            String manner, @Nullable String leavesTo, boolean proved, LongConsumer opened) {
        public Entry(String manner, @Nullable String leavesTo, boolean proved) {
            this(manner, leavesTo, proved, session -> {});
        }
    }

    public enum Verdict {
        IN,
        /** The account is closed. */
        REFUSED,
        /** No role is live today. */
        NO_ROLE
    }

    /**
     * The accounts that hold any of these persons: several when the same adult is two persons, one
     * in each académie, that were never united.
     */
    public List<Choice> holding(Collection<Long> persons) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        select a.id as account, min(p.first_name || ' ' || p.last_name) as name
                                          from account a
                                          join account_person ap on ap.account_id = a.id
                                          join person p on p.id = ap.person_id
                                         where a.state <> 'CLOSED' and p.id = any (:persons)
                                         group by a.id order by 2, 1
                                        """)
                                .param(
                                        "persons",
                                        persons.stream().mapToLong(Long::longValue).toArray())
                                .query(Choice.class)
                                .list());
    }

    /** The account that was linked to this subject of this provider. */
    public Optional<Long> linked(String provider, String subject) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select account_id from account_identity where provider = :provider and subject_hash = :subject")
                                .param("provider", provider)
                                .param("subject", Tokens.hash(subject))
                                .query(Long.class)
                                .optional());
    }

    /**
     * Remembers that this subject of this provider is the holder of the account. False, and nothing
     * is changed, when the subject is already the holder of another.
     */
    public boolean link(long account, String provider, String subject) {
        return walls.as(
                Wall.DOOR,
                () -> {
                    db.sql(
                                    "insert into account_identity (provider, subject_hash, account_id, linked_at) values (:provider, :subject, :account, :now) on conflict do nothing")
                            .param("provider", provider)
                            .param("subject", Tokens.hash(subject))
                            .param("account", account)
                            .param("now", Timestamp.from(clock.instant()))
                            .update();
                    return linked(provider, subject).filter(held -> held == account).isPresent();
                });
    }

    /**
     * Opens a session in this browser, and ends the one that was open there. An account that waited
     * for its activation is active from here on: the other door has proved its holder.
     */
    public Verdict enter(
            long account, Entry entry, HttpServletRequest request, HttpServletResponse response) {
        var result =
                walls.as(
                        Wall.DOOR,
                        () -> {
                            var open =
                                    db.sql(
                                                    "update account set state = 'ACTIVE' where id = :account and state <> 'CLOSED'")
                                            .param("account", account)
                                            .update();
                            return open == 0
                                    ? new SignIn.Result(SignIn.Verdict.REFUSED, "")
                                    : signIn.enter(
                                            account,
                                            entry.manner(),
                                            Cookies.DEVICE.read(request).orElse(null),
                                            Client.of(request));
                        });
        if (result.verdict() == SignIn.Verdict.NO_ROLE) return Verdict.NO_ROLE;
        if (result.verdict() != SignIn.Verdict.IN) return Verdict.REFUSED;
        sessions.leavesTo(result.token(), entry.leavesTo());
        sessions.number(result.token()).ifPresent(entry.opened()::accept);
        // Whoever has nothing of ours to prove themselves with has just done so there.
        if (entry.proved() || !hasProof(account)) sessions.prove(result.token());
        Cookies.SESSION.read(request).ifPresent(sessions::end);
        Cookies.SESSION.write(request, response, result.token());
        return Verdict.IN;
    }

    private boolean hasProof(long account) {
        var here = accounts.byId(account);
        return here.passwordHash() != null || here.totpSecret() != null || passkeys.any(account);
    }
}
