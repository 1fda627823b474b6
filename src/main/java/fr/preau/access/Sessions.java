package fr.preau.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.preau.access.Hats.Hat;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Actor;
import fr.preau.web.Profile;
import fr.preau.web.Visit;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Signed-in browsers: rows in PostgreSQL, read at most every three seconds by each node and written
 * once a minute.
 */
@Component
class Sessions {
    /**
     * An ended session, a lost guardianship or a changed role is known everywhere within this time.
     */
    private static final Duration REMEMBERED = Duration.ofSeconds(3);

    private static final Duration TOUCHED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final Walls walls;
    private final Hats hats;
    private final ApplicationEventPublisher facts;
    private final Clock clock;
    private final Cache<ByteBuffer, Known> known =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(REMEMBERED).build();

    Sessions(JdbcClient db, Walls walls, Hats hats, ApplicationEventPublisher facts, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.hats = hats;
        this.facts = facts;
        this.clock = clock;
    }

    private record Known(Visit visit, Instant until, Client client, boolean met) {}

    /**
     * A visit, and whether its browser is one of the account's known devices already: if not, it is
     * to be met once everything that is due has been proved.
     */
    record Seen(Visit visit, boolean met) {}

    /**
     * Opens a session for this hat and returns the cookie's value; always a new one, so that none
     * can be planted beforehand.
     */
    String open(long account, Hat hat, Device device) {
        var token = Tokens.make(256);
        var now = Timestamp.from(clock.instant());
        walls.as(
                Wall.DOOR,
                () -> {
                    db.sql(
                                    """
                                    insert into session (token_hash, account_id, person_id, profile, device, created_at, seen_at, idle_until, ends_at)
                                    select :token, :account, :person, :profile, :device, :now, :now,
                                           :now::timestamptz + l.idle_minutes * interval '1 minute', :now::timestamptz + l.absolute_minutes * interval '1 minute'
                                      from session_lifetime l where l.profile = :profile and l.device = :device
                                    """)
                            .param("token", Tokens.hash(token))
                            .param("account", account)
                            .param("person", hat.person())
                            .param("profile", hat.profile().name())
                            .param("device", device.name())
                            .param("now", now)
                            .update();
                    db.sql(
                                    "update account set first_sign_in_at = coalesce(first_sign_in_at, :now), last_sign_in_at = :now where id = :account")
                            .param("account", account)
                            .param("now", now)
                            .update();
                });
        return token;
    }

    /**
     * The visit behind a cookie; empty when the session is unknown, ended, idle for too long, its
     * hat is no longer worn by right, or the cookie comes from another program than the one that it
     * was given to (a copied cookie: the session ends).
     */
    Optional<Seen> visit(String token, Client client) {
        return visit(token, client, true);
    }

    /**
     * {@code uses}: somebody does something; a page that only waits for news does not keep a
     * session alive.
     */
    Optional<Seen> visit(String token, Client client, boolean uses) {
        var hash = Tokens.hash(token);
        var key = ByteBuffer.wrap(hash);
        var remembered = known.getIfPresent(key);
        if (remembered != null
                && remembered.until().isAfter(clock.instant())
                && remembered.client().equals(client))
            return Optional.of(new Seen(remembered.visit(), remembered.met()));
        var row = walls.as(Wall.DOOR, () -> held(hash, client, uses));
        var visit =
                row.flatMap(r ->
                        r.visit(hats.of(r.accountId()))
                                .map(v ->
                                        new Known(
                                                v,
                                                earlier(
                                                        r.endsAt(),
                                                        clock.instant().plus(REMEMBERED)),
                                                client,
                                                r.met())));
        visit.ifPresent(v -> known.put(key, v));
        return visit.map(v -> new Seen(v.visit(), v.met()));
    }

    /** The browser of this session is known by now. */
    void met(String token) {
        known.asMap()
                .computeIfPresent(
                        ByteBuffer.wrap(Tokens.hash(token)),
                        (key, k) -> new Known(k.visit(), k.until(), k.client(), true));
    }

    /** The session of this client; its use, when it is one, is marked. */
    private Optional<SessionRow> held(byte[] hash, Client client, boolean uses) {
        var found = row(hash);
        if (found.isEmpty()) return found;
        var row = found.get();
        if (row.client() != null && !row.client().equals(client.name())) {
            stolen(hash, row);
            return Optional.empty();
        }
        if (!client.network().equals(row.network())) {
            moved(hash, client, row.network() != null);
            found = row(hash);
        }
        if (uses) found.ifPresent(r -> touch(hash, r));
        return found;
    }

    /** The session behind a cookie, when nothing is due in it; its use is not marked. */
    Optional<OpenSessions.Held> held(String token) {
        return held("s.token_hash = :key", Tokens.hash(token));
    }

    Optional<OpenSessions.Held> held(long session) {
        return held("s.id = :key", session);
    }

    private Optional<OpenSessions.Held> held(String which, Object key) {
        return walls.as(Wall.DOOR, () -> row(which, key).flatMap(this::held));
    }

    private Optional<OpenSessions.Held> held(SessionRow row) {
        return row.visit(hats.of(row.accountId()))
                .filter(visit -> visit.due() == Visit.Due.NOTHING)
                .map(visit ->
                        new OpenSessions.Held(
                                row.id(),
                                visit.actor(),
                                row.createdAt(),
                                visit.secondFactorAt() != null));
    }

    private void stolen(byte[] hash, SessionRow row) {
        db.sql("update session set ended_at = :now where token_hash = :token and ended_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("token", hash)
                .update();
        walls.afterCommit(() -> known.invalidate(ByteBuffer.wrap(hash)));
        facts.publishEvent(
                new DoorFact.SessionStolen(
                        placeOf(row.accountId(), row.personId()),
                        row.accountId(),
                        row.personId(),
                        clock.instant()));
    }

    /**
     * The first request says whose session it is. Later, another network asks for the second factor
     * again: phones move between networks, so it does not end the session.
     */
    private void moved(byte[] hash, Client client, boolean later) {
        db.sql(
                        """
                        update session set client = :client, network = :network, second_factor_at = case when :later then null else second_factor_at end,
                               spared = spared and not :later
                         where token_hash = :token
                        """)
                .param("client", client.name())
                .param("network", client.network())
                .param("later", later)
                .param("token", hash)
                .update();
    }

    /** A place of the person in the tree, where what they should know is kept; null for none. */
    private @Nullable Long placeOf(long account, long person) {
        return hats.of(account).stream()
                .filter(hat -> hat.person() == person)
                .flatMap(hat -> hat.roles().stream())
                .map(Actor.Role::structure)
                .findFirst()
                .orElse(null);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private Optional<SessionRow> row(byte[] hash) {
        return row("s.token_hash = :key", hash);
    }

    private Optional<SessionRow> row(String which, Object key) {
        return db.sql(SessionRow.SELECT + which)
                .param("key", key)
                .param("now", Timestamp.from(clock.instant()))
                .query(SessionRow.class)
                .optional();
    }

    /**
     * A minute lost when the machine stops costs somebody a sign-in; waiting for the disk would
     * cost everybody, most of all beside an import.
     */
    private void touch(byte[] hash, SessionRow row) {
        if (row.seenAt().plus(TOUCHED_EVERY).isAfter(clock.instant())) return;
        db.sql(
                        """
                        with unhurried as materialized (select set_config('synchronous_commit', 'off', true))
                        update session s set seen_at = :now, idle_until = :now::timestamptz + l.idle_minutes * interval '1 minute'
                          from session_lifetime l, unhurried
                         where s.token_hash = :token and l.profile = s.profile and l.device = s.device
                        """)
                .param("token", hash)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * The account whose session this was, when it ended by itself less than a day ago: what it had
     * typed may still be kept for it.
     */
    Optional<Long> endedAccount(String token) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        select account_id from session
                                         where token_hash = :token and ended_at is null and least(idle_until, ends_at) > :now::timestamptz - interval '1 day'
                                        """)
                                .param("token", Tokens.hash(token))
                                .param("now", Timestamp.from(clock.instant()))
                                .query(Long.class)
                                .optional());
    }

    void wear(String token, long person, Profile profile) {
        change(
                token,
                "update session set person_id = :person, profile = :profile where token_hash = :token",
                s -> s.param("person", person).param("profile", profile.name()));
    }

    void prove(String token) {
        change(
                token,
                "update session set second_factor_at = :now where token_hash = :token",
                s -> s.param("now", Timestamp.from(clock.instant())));
    }

    /** Whether the password that opened this session is to be replaced before anything else. */
    void passwordDue(String token, boolean due) {
        change(
                token,
                "update session set password_due = :due where token_hash = :token",
                s -> s.param("due", due));
    }

    /** When this session was opened. */
    Optional<Instant> openedAt(String token) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql("select created_at from session where token_hash = :token")
                                .param("token", Tokens.hash(token))
                                .query(Timestamp.class)
                                .optional()
                                .map(Timestamp::toInstant));
    }

    /** Where the browser goes when this session is signed out; nowhere else when null. */
    void leavesTo(String token, @Nullable String address) {
        change(
                token,
                "update session set leaves_to = :address where token_hash = :token",
                s -> s.param("address", address));
    }

    Optional<String> leavesTo(String token) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select leaves_to from session where token_hash = :token and leaves_to is not null")
                                .param("token", Tokens.hash(token))
                                .query(String.class)
                                .optional());
    }

    /** The session was opened on this tablet of a class, and ends when the tablet is taken back. */
    void onTablet(String token, long classDevice) {
        change(
                token,
                "update session set class_device_id = :device where token_hash = :token",
                s -> s.param("device", classDevice));
    }

    void endOnTablets(List<Long> classDevices) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "update session set ended_at = :now where class_device_id in (:devices) and ended_at is null")
                                .param("devices", classDevices)
                                .param("now", Timestamp.from(clock.instant()))
                                .update());
        walls.afterCommit(known::invalidateAll);
    }

    void end(String token) {
        change(
                token,
                "update session set ended_at = :now where token_hash = :token",
                s -> s.param("now", Timestamp.from(clock.instant())));
    }

    /** Ends the session of this number; whose it was, when it was open. */
    Optional<Long> end(long session) {
        var account =
                walls.as(
                        Wall.DOOR,
                        () ->
                                db.sql(
                                                "update session set ended_at = :now where id = :session and ended_at is null returning account_id")
                                        .param("now", Timestamp.from(clock.instant()))
                                        .param("session", session)
                                        .query(Long.class)
                                        .optional());
        walls.afterCommit(known::invalidateAll);
        return account;
    }

    /** The number of the session behind a cookie, ended or not. */
    Optional<Long> number(String token) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql("select id from session where token_hash = :token")
                                .param("token", Tokens.hash(token))
                                .query(Long.class)
                                .optional());
    }

    private void change(
            String token,
            String sql,
            java.util.function.UnaryOperator<JdbcClient.StatementSpec> parameters) {
        var hash = Tokens.hash(token);
        walls.as(Wall.DOOR, () -> parameters.apply(db.sql(sql).param("token", hash)).update());
        walls.afterCommit(() -> known.invalidate(ByteBuffer.wrap(hash)));
    }

    /**
     * Ends every session of the account, on every device; none of them is spared the second factor
     * any more.
     */
    void endAll(long account) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "update known_device set spared_until = null where account_id = :account and spared_until is not null")
                                .param("account", account)
                                .update());
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "update session set ended_at = :now where account_id = :account and ended_at is null")
                                .param("account", account)
                                .param("now", Timestamp.from(clock.instant()))
                                .update());
        walls.afterCommit(known::invalidateAll);
    }

    /** Ends the sessions of the account on every device but this one, which is asked for anew. */
    void endOthers(long account, String token) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "update session set ended_at = :now where account_id = :account and token_hash <> :token and ended_at is null")
                                .param("account", account)
                                .param("token", Tokens.hash(token))
                                .param("now", Timestamp.from(clock.instant()))
                                .update());
        walls.afterCommit(known::invalidateAll);
    }

    /** Here, and nowhere else, the holder has just proved who they are. */
    void onlyProved(long account, String token) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "update session set second_factor_at = case when token_hash = :token then :now::timestamptz end where account_id = :account and ended_at is null")
                                .param("account", account)
                                .param("token", Tokens.hash(token))
                                .param("now", Timestamp.from(clock.instant()))
                                .update());
        walls.afterCommit(known::invalidateAll);
    }

    /** The same session under another cookie: whoever held a copy of the first has nothing. */
    String renew(String token) {
        var next = Tokens.make(256);
        change(
                token,
                "update session set token_hash = :next where token_hash = :token",
                s -> s.param("next", Tokens.hash(next)));
        return next;
    }

    /** Makes the next request read the row again: the charter was accepted, the comfort changed. */
    void forget(String token) {
        walls.afterCommit(() -> known.invalidate(ByteBuffer.wrap(Tokens.hash(token))));
    }
}
