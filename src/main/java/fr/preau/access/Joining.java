package fr.preau.access;

import fr.preau.access.Hats.Hat;
import fr.preau.access.JoiningPolicy.Verdict;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One adult, one account (capability A15): whoever has two proves both, in one browser and within a
 * few minutes, and they become one.
 */
@Component
public class Joining {
    /** Where somebody comes back to, who has left by another door to prove their other account. */
    public static final String WAY = "/security/joining";

    /** Where what will happen is read and pressed, once it is proved. */
    public static final String CONFIRMATION = WAY + "/confirmation";

    private final JdbcClient db;
    private final Walls walls;
    private final Hats hats;
    private final Accounts accounts;
    private final Passkeys passkeys;
    private final RecoveryCodes recovery;
    private final Sessions sessions;
    private final MoveAccount move;
    private final OtherDoors doors;
    private final Clock clock;

    Joining(
            JdbcClient db,
            Walls walls,
            Hats hats,
            Accounts accounts,
            Passkeys passkeys,
            RecoveryCodes recovery,
            Sessions sessions,
            MoveAccount move,
            OtherDoors doors,
            Clock clock) {
        this.db = db;
        this.walls = walls;
        this.hats = hats;
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.recovery = recovery;
        this.sessions = sessions;
        this.move = move;
        this.doors = doors;
        this.clock = clock;
    }

    /** An account that was proved; {@code codeDue}: its second factor has not been given yet. */
    record Proved(long other, boolean codeDue) {}

    /**
     * Another door has just said in this browser who somebody is: the account of these persons that
     * is not the visitor's is proved. {@code strong}: with a second factor.
     */
    public void arrived(
            long account, Collection<Long> persons, boolean strong, HttpServletRequest request) {
        var held = doors.holding(persons).stream().map(OtherDoors.Choice::account).toList();
        var other = held.stream().filter(one -> one != account).findFirst().orElse(account);
        arrived(account, other, strong, request);
    }

    /** The same, by a door that knows the account itself. */
    public void arrived(long account, long other, boolean strong, HttpServletRequest request) {
        Cookies.SESSION.read(request).ifPresent(session -> keep(session, account, other, strong));
    }

    /** The visitor of this session has proved that the other account is theirs. */
    void keep(String session, long account, long other, boolean strong) {
        var due = !strong && (accounts.byId(other).totpSecret() != null || passkeys.any(other));
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        insert into joining (session_hash, account_id, other_id, code_due, until)
                                        select :session, :account, :other, :due, :now::timestamptz + amount * interval '1 minute' from door_rule where name = 'JOINING_MINUTES'
                                        on conflict (session_hash) do update set account_id = excluded.account_id, other_id = excluded.other_id,
                                               code_due = excluded.code_due, until = excluded.until
                                        """)
                                .param("session", Tokens.hash(session))
                                .param("account", account)
                                .param("other", other)
                                .param("due", due)
                                .param("now", now())
                                .update());
    }

    /** What was proved in this session for this account, as long as it holds. */
    Optional<Proved> proved(String session, long account) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        select j.other_id as other, j.code_due from joining j join account o on o.id = j.other_id and o.state <> 'CLOSED'
                                         where j.session_hash = :session and j.account_id = :account and j.until > :now
                                        """)
                                .param("session", Tokens.hash(session))
                                .param("account", account)
                                .param("now", now())
                                .query(Proved.class)
                                .optional());
    }

    Verdict verdict(long account, long other) {
        return JoiningPolicy.mayJoin(
                account == other,
                hats.of(account),
                hats.of(other),
                holds(account, other, "p.kind = 'PUPIL'"),
                holds(
                        account,
                        other,
                        "exists (select 1 from school_blocked b where b.person_id = p.id and not b.lifted)"),
                sameChild(account, other));
    }

    private boolean holds(long account, long other, String what) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select exists (select 1 from account_person ap join person p on p.id = ap.person_id where ap.account_id in (:account, :other) and "
                                                + what
                                                + ")")
                                .param("account", account)
                                .param("other", other)
                                .query(Boolean.class)
                                .single());
    }

    private boolean sameChild(long account, long other) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        select exists (
                                            select 1 from account_person m join guardianship g on g.guardian_id = m.person_id
                                              join guardianship h on h.pupil_id = g.pupil_id join account_person o on o.person_id = h.guardian_id
                                             where m.account_id = :account and o.account_id = :other)
                                        """)
                                .param("account", account)
                                .param("other", other)
                                .query(Boolean.class)
                                .single());
    }

    List<Hat> hatsOf(long account) {
        return hats.of(account);
    }

    /** Whether this is a code of the other account: of its telephone, or from its paper; once. */
    boolean codeOpens(long other, String typed) {
        if (!accounts.claimCode(other)) return false;
        if (PaperCode.isLike(typed)) {
            var used = recovery.use(other, typed);
            if (used) accounts.codeRight(other);
            return used;
        }
        var secret = accounts.byId(other).totpSecret();
        if (secret == null) return false;
        var step = Totp.stepOf(secret, typed, clock.instant());
        return step.isPresent() && accounts.useTotpStep(other, step.getAsLong());
    }

    /** The other account's persons and doors are this one's from here on; the other is closed. */
    void join(long account, long other) {
        sessions.endAll(other);
        // The stronger stays: rights that asked for a code go on asking for the same one.
        accounts.inheritTotp(account, other);
        walls.as(Wall.DIRECTORY, () -> move.close(other, account));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
