package fr.preau.access;

import fr.preau.access.PasswordPolicy.Rule;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /**
     * A rule that some hat brings; {@code since}: the day of the académie's choice, if it is one.
     */
    private record Held(Rule rule, @Nullable LocalDate since) {}

    /** The rule for whoever nobody knows: what most people are asked for. */
    Rule usual() {
        return held(new String[] {"GUARDIAN"}, new long[] {-1}).getFirst().rule();
    }

    /** Whether some académie asks for its own habit today. */
    boolean academiesAsk() {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        select exists (select 1 from (
                                            select distinct on (academy_id) habit from password_choice where from_on <= :today order by academy_id, from_on desc, id desc) c
                                         where c.habit = 'ACADEMY')
                                        """)
                                .param("today", LocalDate.now(clock))
                                .query(Boolean.class)
                                .single());
    }

    /** The strictest of the account's hats. */
    Rule of(long account) {
        return held(account).stream().map(Held::rule).reduce(Rule::and).orElseGet(this::usual);
    }

    /**
     * Whether the password in force is to be replaced. Where nobody knows when it was chosen, it
     * counts from the day on which the académie asked for it.
     */
    boolean isOver(long account) {
        var today = LocalDate.now(clock);
        var dated = held(account).stream().filter(held -> held.since() != null).toList();
        if (dated.isEmpty()) return false;
        var changed = changedOn(account);
        return dated.stream()
                .anyMatch(held ->
                        held.rule()
                                .isOver(
                                        changed.orElse(Objects.requireNonNull(held.since())),
                                        today));
    }

    private Optional<LocalDate> changedOn(long account) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select password_changed_at from account where id = :account and password_changed_at is not null")
                                .param("account", account)
                                .query(Timestamp.class)
                                .optional()
                                .map(at -> LocalDate.ofInstant(at.toInstant(), clock.getZone())));
    }

    private List<Held> held(long account) {
        var profiles = new ArrayList<String>();
        var structures = new ArrayList<Long>();
        for (var hat : hats.of(account)) {
            // Whoever leaves stands nowhere any more.
            if (hat.roles().isEmpty()) {
                profiles.add(hat.profile().name());
                structures.add(-1L);
            }
            for (var role : hat.roles()) {
                profiles.add(hat.profile().name());
                structures.add(role.structure());
            }
        }
        return held(
                profiles.toArray(String[]::new),
                structures.stream().mapToLong(Long::longValue).toArray());
    }

    /** What each profile at each structure is asked for, by the académie above it. */
    private List<Held> held(String[] profiles, long[] structures) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        with recursive hat as (select * from unnest(:profiles, :structures) as h (profile, structure)),
                                        above (below, node) as (
                                            select structure, structure from hat
                                             union select a.below, s.parent_id from above a join structure s on s.id = a.node where s.parent_id is not null),
                                        wanted as (
                                            select distinct h.profile, c.habit, c.from_on from hat h
                                              left join lateral (
                                                select c.habit, c.from_on, c.guardians from above a join password_choice c on c.academy_id = a.node
                                                 where a.below = h.structure and c.from_on <= :today order by c.from_on desc, c.id desc limit 1) c
                                                on h.profile <> 'GUARDIAN' or c.guardians)
                                        select r.min_length, r.min_kinds, r.min_guesses, r.remembers, coalesce(r.max_age_months, 0) as months,
                                               case r.habit when 'ACADEMY' then w.from_on end as since
                                          from wanted w
                                         cross join lateral (
                                            select * from password_rule r
                                             where r.profile = w.profile and r.from_on <= :today and r.habit in ('USUAL', w.habit)
                                             order by r.habit = 'USUAL', r.from_on desc limit 1) r
                                        """)
                                .param("profiles", profiles)
                                .param("structures", structures)
                                .param("today", LocalDate.now(clock))
                                .query(PasswordRules::read)
                                .list());
    }

    private static Held read(ResultSet row, int n) throws SQLException {
        return new Held(
                new Rule(
                        row.getInt("min_length"),
                        row.getInt("min_kinds"),
                        row.getDouble("min_guesses"),
                        row.getInt("remembers"),
                        row.getInt("months")),
                row.getObject("since", LocalDate.class));
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
                                    update account set password_hash = :hash, password_changed_at = :now, state = 'ACTIVE', failures = 0, locked_until = null, totp_pending = null
                                     where id = :account and state <> 'CLOSED'
                                    """)
                            .param("hash", hash)
                            .param("now", now)
                            .param("account", account)
                            .update();
                    db.sql(
                                    "update known_device set spared_until = null where account_id = :account")
                            .param("account", account)
                            .update();
                });
    }
}
