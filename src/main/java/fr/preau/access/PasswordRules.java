package fr.preau.access;

import fr.preau.access.PasswordPolicy.Rule;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rule in force for the passwords of an account, and its earlier passwords. */
@Component
class PasswordRules {
    private final JdbcClient db;
    private final Walls walls;
    private final Hats hats;
    private final Clock clock;

    PasswordRules(JdbcClient db, Walls walls, Hats hats, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.hats = hats;
        this.clock = clock;
    }

    /** The rule for whoever nobody knows: what most people are asked for. */
    Rule usual() {
        return of("GUARDIAN");
    }

    /** The strictest of the account's hats. */
    Rule of(long account) {
        return hats.of(account).stream()
                .map(hat -> of(hat.profile().name()))
                .reduce(Rule::and)
                .orElseGet(this::usual);
    }

    private Rule of(String profile) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        select min_length, min_kinds, min_guesses, remembers from password_rule
                                         where profile = :profile and from_on <= :today order by from_on desc limit 1
                                        """)
                                .param("profile", profile)
                                .param("today", LocalDate.now(clock))
                                .query(Rule.class)
                                .single());
    }

    /** What anybody would try first for the holder of this account. */
    List<String> about(long account) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        select w from (
                                            select unnest(string_to_array(translate(a.login, '.0123456789', '. '), '.')) as w from account a where a.id = :account
                                            union select unnest(array[p.first_name, p.last_name]) from account_person ap
                                              join person p on p.id = ap.person_id where ap.account_id = :account) as words
                                         where length(w) > 1
                                        """)
                                .param("account", account)
                                .query(String.class)
                                .list());
    }

    /** The hashes that a new password must not match: the one in force and those remembered. */
    List<String> refused(long account, Rule rule) {
        if (rule.remembers() == 0) return List.of();
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        (select password_hash from account where id = :account and password_hash is not null)
                                        union all (select hash from password_before where account_id = :account order by until desc limit :before)
                                        """)
                                .param("account", account)
                                .param("before", rule.remembers() - 1)
                                .query(String.class)
                                .list());
    }

    /**
     * Replaces the password, keeps as many of those before as the rule remembers; no device is
     * spared the second factor any more.
     */
    void replace(long account, String hash, Rule rule) {
        var now = Timestamp.from(clock.instant());
        walls.as(
                Wall.DOOR,
                () -> {
                    db.sql(
                                    """
                                    insert into password_before (account_id, hash, until)
                                    select id, password_hash, :now from account where id = :account and password_hash is not null on conflict do nothing
                                    """)
                            .param("account", account)
                            .param("now", now)
                            .update();
                    db.sql(
                                    """
                                    delete from password_before where account_id = :account and until not in (
                                        select until from password_before where account_id = :account order by until desc limit :before)
                                    """)
                            .param("account", account)
                            .param("before", Math.max(rule.remembers() - 1, 0))
                            .update();
                    db.sql(
                                    """
                                    update account set password_hash = :hash, state = 'ACTIVE', failures = 0, locked_until = null, totp_pending = null
                                     where id = :account and state <> 'CLOSED'
                                    """)
                            .param("hash", hash)
                            .param("account", account)
                            .update();
                    db.sql(
                                    "update known_device set spared_until = null where account_id = :account")
                            .param("account", account)
                            .update();
                });
    }
}
