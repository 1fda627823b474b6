package fr.preau.access;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Credentials and their failures, behind the door's own wall. */
@Component
class Accounts {
    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    Accounts(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    record Credentials(
            long id,
            String state,
            @Nullable String passwordHash,
            @Nullable String totpSecret,
            @Nullable String totpPending,
            @Nullable Long totpLastStep,
            @Nullable String pictureHash,
            @Nullable Instant pictureBlockedAt,
            int failures,
            int codeFailures) {}

    Optional<Credentials> byLogin(String login) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        select id, state, password_hash, totp_secret, totp_pending, totp_last_step, picture_hash, picture_blocked_at, failures, code_failures
                                          from account where login = :login
                                        """)
                                .param("login", plain(login))
                                .query(Credentials.class)
                                .optional());
    }

    Credentials byId(long account) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        select id, state, password_hash, totp_secret, totp_pending, totp_last_step, picture_hash, picture_blocked_at, failures, code_failures
                                          from account where id = :account
                                        """)
                                .param("account", account)
                                .query(Credentials.class)
                                .single());
    }

    String loginOf(long account) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql("select login from account where id = :account")
                                .param("account", account)
                                .query(String.class)
                                .single());
    }

    /**
     * Counts a try before it is looked at, so that tries made at the same moment are as many; false
     * when the account waits. Whoever turns out to be right gives the try back: {@link
     * #passwordRight}. A known device has its own count: guesses from elsewhere do not keep the
     * owner out there.
     */
    boolean claimTry(long account, @Nullable Long device) {
        return device == null
                ? claim("account", "failures", "locked_until", "id = :account", account, device)
                : claim(
                        "known_device",
                        "failures",
                        "locked_until",
                        "account_id = :account and id = :device",
                        account,
                        device);
    }

    /**
     * The same for a code of the second factor. Counted apart: wrong passwords of somebody outside
     * do not lock it.
     */
    boolean claimCode(long account) {
        return claim(
                "account", "code_failures", "code_locked_until", "id = :account", account, null);
    }

    /**
     * The same for a code from a sheet, counted with that code: a stranger who types some locks no
     * second factor, and a right one washes away no wrong code of the telephone. False, after as
     * much work, when the account has none in force.
     */
    boolean claimSheet(long account, String address) {
        return walls.as(
                Wall.DOOR,
                () -> {
                    var claimed =
                            claim(
                                    "activation_code",
                                    "failures",
                                    "locked_until",
                                    "account_id = :account and used_at is null and expires_at > :now",
                                    account,
                                    null);
                    if (!claimed) markNobody(address);
                    return claimed;
                });
    }

    /** The code from the sheet was right, though nothing was opened yet. */
    void sheetRight(long account) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "update activation_code set failures = 0, locked_until = null where account_id = :account")
                                .param("account", account)
                                .update());
    }

    private boolean claim(
            String table,
            String failures,
            String until,
            String which,
            long account,
            @Nullable Long device) {
        return walls.as(
                Wall.DOOR,
                () -> {
                    var now = clock.instant();
                    var before =
                            db.sql(
                                            "select %2$s from %1$s where %4$s and (%3$s is null or %3$s <= :now) for update"
                                                    .formatted(table, failures, until, which))
                                    .param("account", account)
                                    .param("device", device, Types.BIGINT)
                                    .param("now", Timestamp.from(now))
                                    .query(Integer.class)
                                    .optional();
                    before.ifPresent(many -> {
                        var wait = DoorPolicy.waitAfter(many + 1);
                        db.sql(
                                        "update %1$s set %2$s = %2$s + 1, %3$s = :until where %4$s"
                                                .formatted(table, failures, until, which))
                                .param(
                                        "until",
                                        wait.isZero() ? null : Timestamp.from(now.plus(wait)),
                                        Types.TIMESTAMP)
                                .param("account", account)
                                .param("device", device, Types.BIGINT)
                                .param("now", Timestamp.from(now))
                                .update();
                    });
                    return before.isPresent();
                });
    }

    /**
     * Reads and writes as much as {@link #claimTry} when there is nothing to count: time tells
     * nothing. A row for each network, so that strangers do not wait for one another.
     */
    void claimNobody(String address) {
        walls.as(
                Wall.DOOR,
                () -> {
                    db.sql(
                                    "select failures from door_failure where source = :source and since > :now for update")
                            .param("source", nobody(address))
                            .param("now", Timestamp.from(clock.instant()))
                            .query(Integer.class)
                            .optional();
                    markNobody(address);
                });
    }

    private void markNobody(String address) {
        db.sql(
                        """
                        insert into door_failure as f (source, failures, since) values (:source, 1, :now)
                        on conflict (source) do update set failures = f.failures + 1, since = excluded.since
                        """)
                .param("source", nobody(address))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static String nobody(String address) {
        return "nobody " + source(address);
    }

    /**
     * Forgets the wrong passwords, of this device or of all the unknown ones. A secret shown for
     * enrolment in an earlier session is forgotten: somebody else may have read it.
     */
    void passwordRight(long account, @Nullable Long device, boolean newPlace) {
        walls.as(
                Wall.DOOR,
                () -> {
                    if (device != null)
                        db.sql(
                                        "update known_device set failures = 0, locked_until = null where account_id = :account and id = :device")
                                .param("account", account)
                                .param("device", device)
                                .update();
                    db.sql(
                                    """
                                    update account set failures = case when :known then failures else 0 end,
                                           locked_until = case when :known then locked_until end, totp_pending = null,
                                           new_place_at = case when :new then :now::timestamptz else new_place_at end
                                     where id = :account
                                    """)
                            .param("known", device != null)
                            .param("new", newPlace)
                            .param("now", Timestamp.from(clock.instant()))
                            .param("account", account)
                            .update();
                });
    }

    /** A password, or a code on paper, was right at the second step. */
    void codeRight(long account) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "update account set code_failures = 0, code_locked_until = null where id = :account")
                                .param("account", account)
                                .update());
    }

    /** Opened from a place where it had never been: such entries are weighed against failures. */
    void enteredFromNewPlace(long account) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql("update account set new_place_at = :now where id = :account")
                                .param("now", Timestamp.from(clock.instant()))
                                .param("account", account)
                                .update());
    }

    /**
     * Whether the account has entered from this network in the last weeks; as much work for an
     * account that does not exist.
     */
    boolean hasEnteredFrom(long account, String address) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select exists (select 1 from session where account_id = :account and network = :network)")
                                .param("account", account)
                                .param("network", Client.networkOf(address))
                                .query(Boolean.class)
                                .single());
    }

    /**
     * Marks that somebody failed at this account now, from a place where it has never entered, and
     * answers whether many fail so at many accounts.
     */
    boolean sprayedNow(@Nullable Long account, String address) {
        var now = clock.instant();
        return walls.as(
                Wall.DOOR,
                () -> {
                    if (account == null) markNobody(address);
                    else
                        db.sql("update account set failed_at = :now where id = :account")
                                .param("now", Timestamp.from(now))
                                .param("account", account)
                                .update();
                    return sprayed();
                });
    }

    /** Whether guesses are made everywhere at this moment. */
    boolean sprayed() {
        return walls.as(
                Wall.DOOR,
                () -> {
                    var failed = lately("failed_at");
                    // Who has entered is asked for only when many have failed.
                    return DoorPolicy.isSpray(failed, 0)
                            && DoorPolicy.isSpray(failed, lately("new_place_at"));
                });
    }

    private long lately(String when) {
        return db.sql("select count(*) from account where " + when + " > :from")
                .param("from", Timestamp.from(clock.instant().minus(DoorPolicy.SPRAY_WINDOW)))
                .query(Long.class)
                .single();
    }

    /**
     * Counts a picture code before it is looked at; empty when the account is blocked, true when
     * this try is the last: a right code is then {@link #unblockPictures}.
     */
    Optional<Boolean> claimPictures(long account) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        update account set picture_failures = picture_failures + 1,
                                               picture_blocked_at = case when picture_failures + 1 >= :tries then :now::timestamptz end
                                         where id = :account and picture_blocked_at is null returning picture_blocked_at is not null
                                        """)
                                .param("tries", DoorPolicy.PICTURE_TRIES)
                                .param("now", Timestamp.from(clock.instant()))
                                .param("account", account)
                                .query(Boolean.class)
                                .optional());
    }

    void unblockPictures(long account) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "update account set picture_failures = 0, picture_blocked_at = null where id = :account")
                                .param("account", account)
                                .update());
    }

    /** A new picture code, as {@link PictureCodes} keeps it, and the account becomes active. */
    void setPictures(long account, String hash) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        update account set picture_hash = :hash, picture_failures = 0, picture_blocked_at = null,
                                               state = case state when 'TO_ACTIVATE' then 'ACTIVE' else state end
                                         where id = :account
                                        """)
                                .param("hash", hash)
                                .param("account", account)
                                .update());
    }

    /** A pupil's three words; the account becomes active, and what failed before is forgotten. */
    void setPassphrase(long account, String hash) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        update account set password_hash = :hash, failures = 0, locked_until = null,
                                               state = case state when 'TO_ACTIVATE' then 'ACTIVE' else state end
                                         where id = :account
                                        """)
                                .param("hash", hash)
                                .param("account", account)
                                .update());
    }

    void proposeTotp(long account, String secret) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "update account set totp_pending = :secret where id = :account and totp_secret is null")
                                .param("secret", secret)
                                .param("account", account)
                                .update());
    }

    /** The secret that is shown for enrolment: the one shown before, until it has served. */
    String proposed(long account) {
        var pending = byId(account).totpPending();
        if (pending != null) return pending;
        var secret = Totp.secret();
        proposeTotp(account, secret);
        return secret;
    }

    /** The second factor of another account, for one that has none. */
    void inheritTotp(long account, long other) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        update account a set totp_secret = o.totp_secret, totp_last_step = o.totp_last_step, totp_pending = null
                                          from account o where a.id = :account and o.id = :other and a.totp_secret is null and o.totp_secret is not null
                                        """)
                                .param("account", account)
                                .param("other", other)
                                .update());
        removeTotp(other);
    }

    /** False when there was none. */
    boolean removeTotp(long account) {
        return walls.as(
                        Wall.DOOR,
                        () ->
                                db.sql(
                                                "update account set totp_secret = null, totp_pending = null where id = :account and totp_secret is not null")
                                        .param("account", account)
                                        .update())
                == 1;
    }

    /** Accepts a code once: false when this step, or a later one, was used already. */
    boolean useTotpStep(long account, long step) {
        return walls.as(
                        Wall.DOOR,
                        () ->
                                db.sql(
                                                """
                                                update account set totp_last_step = :step, totp_secret = coalesce(totp_secret, totp_pending), totp_pending = null, code_failures = 0, code_locked_until = null
                                                 where id = :account and coalesce(totp_last_step, -1) < :step
                                                """)
                                        .param("step", step)
                                        .param("account", account)
                                        .update())
                == 1;
    }

    private static String source(String address) {
        return java.util.HexFormat.of().formatHex(Tokens.hash(DoorPolicy.networkOf(address)));
    }

    /** Whether this network address has failed so often that it must wait; sooner under guesses. */
    boolean addressMustWait(String address) {
        return addressMustWait(address, DoorPolicy.mostFailures(sprayed()));
    }

    private boolean addressMustWait(String address, int most) {
        return walls.as(
                        Wall.DOOR,
                        () ->
                                db.sql(
                                                "select count(*) from door_failure where source = :source and failures >= :most and since > :from")
                                        .param("source", source(address))
                                        .param("most", most)
                                        .param(
                                                "from",
                                                Timestamp.from(
                                                        clock.instant()
                                                                .minus(DoorPolicy.ADDRESS_WINDOW)))
                                        .query(Long.class)
                                        .single())
                > 0;
    }

    /**
     * The same at the door of passwords, where guesses that are made elsewhere matter only to
     * whoever comes from a new place.
     */
    boolean knownAddressMustWait(String address) {
        return addressMustWait(address, DoorPolicy.ADDRESS_FAILURES);
    }

    void addressFailed(String address) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        insert into door_failure as f (source, failures, since) values (:source, 1, :now)
                                        on conflict (source) do update set
                                            failures = case when f.since > :from then f.failures + 1 else 1 end,
                                            since = case when f.since > :from then f.since else excluded.since end
                                        """)
                                .param("source", source(address))
                                .param("now", Timestamp.from(clock.instant()))
                                .param(
                                        "from",
                                        Timestamp.from(
                                                clock.instant().minus(DoorPolicy.ADDRESS_WINDOW)))
                                .update());
    }

    /** No login holds a character that the database does not keep. */
    private static String plain(String login) {
        return login.replace("\0", "").strip().toLowerCase(java.util.Locale.ROOT);
    }
}
