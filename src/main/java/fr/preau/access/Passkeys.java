package fr.preau.access;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The passkeys of accounts, and what their devices are being asked to sign. */
@Component
class Passkeys {
    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(5);

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    Passkeys(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    /** A key as it is kept: what verifies the device's answer. */
    record Kept(long id, long account, byte[] publicKey, long signCount) {}

    /** The bytes to be signed, tied to the browser that holds this cookie; the ones before end. */
    byte[] ask(String cookie, @Nullable Long account) {
        var challenge = Tokens.hash(Tokens.make(256));
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        insert into passkey_challenge (token_hash, challenge, account_id, expires_at) values (:token, :challenge, :account, :until)
                                        on conflict (token_hash) do update set challenge = excluded.challenge, account_id = excluded.account_id, expires_at = excluded.expires_at
                                        """)
                                .param("token", Tokens.hash(cookie))
                                .param("challenge", challenge)
                                .param("account", account, java.sql.Types.BIGINT)
                                .param(
                                        "until",
                                        Timestamp.from(clock.instant().plus(ANSWERED_WITHIN)))
                                .update());
        return challenge;
    }

    /** What this browser was asked to sign, once. */
    Optional<byte[]> asked(String cookie, @Nullable Long account) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        delete from passkey_challenge where token_hash = :token
                                        returning case when expires_at > :now and account_id is not distinct from :account::bigint then challenge end
                                        """)
                                .param("token", Tokens.hash(cookie))
                                .param("account", account, java.sql.Types.BIGINT)
                                .param("now", Timestamp.from(clock.instant()))
                                .query(byte[].class)
                                .optional());
    }

    /** False when the key is known already, whoever's it is. */
    boolean add(long account, byte[] credential, byte[] publicKey, long signCount, String name) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                                """
                                                insert into passkey (account_id, credential_id, public_key, sign_count, name, made_at)
                                                values (:account, :credential, :key, :count, :name, :now) on conflict (credential_id) do nothing
                                                """)
                                        .param("account", account)
                                        .param("credential", credential)
                                        .param("key", publicKey)
                                        .param("count", signCount)
                                        .param("name", name)
                                        .param("now", Timestamp.from(clock.instant()))
                                        .update()
                                == 1);
    }

    Optional<Kept> find(byte[] credential) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select id, account_id as account, public_key, sign_count from passkey where credential_id = :credential")
                                .param("credential", credential)
                                .query(Kept.class)
                                .optional());
    }

    void used(Kept key, long signCount) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "update passkey set sign_count = :count, last_used_at = :now where account_id = :account and id = :id")
                                .param("count", signCount)
                                .param("now", Timestamp.from(clock.instant()))
                                .param("account", key.account())
                                .param("id", key.id())
                                .update());
    }

    boolean any(long account) {
        return !of(account).isEmpty();
    }

    List<SecurityPage.Key> of(long account) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select id, name, made_at, last_used_at from passkey where account_id = :account order by made_at, id")
                                .param("account", account)
                                .query(SecurityPage.Key.class)
                                .list());
    }

    boolean remove(long account, long id) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql("delete from passkey where account_id = :account and id = :id")
                                        .param("account", account)
                                        .param("id", id)
                                        .update()
                                == 1);
    }
}
