package fr.preau.access;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Operations on accounts that no person does at the door: uniting two persons in one account, and
 * giving the demo's cast its keys.
 */
@Component
public class AccountWork {
    private final JdbcClient db;
    private final Walls walls;
    private final Passwords passwords;
    private final Cards cards;
    private final PictureCodes codes;
    private final Accounts accounts;
    private final AccountsToActivate toActivate;
    private final Clock clock;

    AccountWork(
            JdbcClient db,
            Walls walls,
            Passwords passwords,
            Cards cards,
            PictureCodes codes,
            Accounts accounts,
            AccountsToActivate toActivate,
            Clock clock) {
        this.db = db;
        this.walls = walls;
        this.passwords = passwords;
        this.cards = cards;
        this.codes = codes;
        this.accounts = accounts;
        this.toActivate = toActivate;
        this.clock = clock;
    }

    /**
     * One adult, one account: the other person's account is closed and its person joins the first's
     * (capability A15). Between namesakes the account that stays takes the login without a number.
     */
    public void unite(long person, long otherPerson) {
        walls.as(
                Wall.DOOR,
                () -> {
                    var kept = accountOf(person);
                    var closed = accountOf(otherPerson);
                    var login =
                            db.sql(
                                            "select login from account where id in (:kept, :closed) order by length(login), login limit 1")
                                    .param("kept", kept)
                                    .param("closed", closed)
                                    .query(String.class)
                                    .single();
                    db.sql(
                                    "update account set state = 'CLOSED', login = 'closed-' || id where id = :closed")
                            .param("closed", closed)
                            .update();
                    db.sql("update account set login = :login where id = :kept")
                            .param("login", login)
                            .param("kept", kept)
                            .update();
                    for (var held : List.of("account_person", "account_identity"))
                        db.sql(
                                        "update "
                                                + held
                                                + " set account_id = :kept where account_id = :closed")
                                .param("kept", kept)
                                .param("closed", closed)
                                .update();
                });
    }

    private long accountOf(long person) {
        return db.sql("select account_id from account_person where person_id = :person")
                .param("person", person)
                .query(Long.class)
                .single();
    }

    /** Gives an account to everybody who has none, now rather than in a few minutes. */
    public void giveAccounts() {
        toActivate.run();
    }

    /** Creates the account of a person whom no feed carries. */
    public void create(long person, String login) {
        walls.as(
                Wall.DOOR,
                () -> {
                    var account =
                            db.sql(
                                            "insert into account (login, created_at) values (:login, :now) returning id")
                                    .param("login", login)
                                    .param("now", Timestamp.from(clock.instant()))
                                    .query(Long.class)
                                    .single();
                    db.sql(
                                    "insert into login_count (stem, last) values (sha256(convert_to(:login, 'UTF8')), 1) on conflict do nothing")
                            .param("login", login)
                            .update();
                    db.sql(
                                    "insert into account_person (account_id, person_id) values (:account, :person)")
                            .param("account", account)
                            .param("person", person)
                            .update();
                });
    }

    /**
     * Gives a person an account to be activated, with the usual login; does nothing when there is
     * one.
     */
    public void welcome(long person) {
        walls.as(Wall.DIRECTORY, () -> toActivate.arrived(List.of(person)));
    }

    /**
     * Activates these accounts of the demo with one password; marked, so that production refuses to
     * start with them.
     */
    public void activateDemo(List<String> logins, String password) {
        var hash = passwords.hash(password);
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "update account set state = 'ACTIVE', demo = true, password_hash = :hash where login in (:logins)")
                                .param("hash", hash)
                                .param("logins", logins)
                                .update());
    }

    /** The other families of the demo have come before, at this moment. */
    public void activateDemoVisitors(List<Long> persons, java.time.Instant came) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        update account set state = 'ACTIVE', demo = true, first_sign_in_at = :came, last_sign_in_at = :came
                                         where first_sign_in_at is null and id in (select account_id from account_person where person_id in (:persons))
                                        """)
                                .param("came", Timestamp.from(came))
                                .param("persons", persons)
                                .update());
    }

    public void giveDemoSecondFactor(String login, String secret) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "update account set totp_secret = :secret where login = :login and demo")
                                .param("secret", secret)
                                .param("login", login)
                                .update());
    }

    /** The code of this moment for a demo account; empty for any other. */
    public String demoSecondFactor(long account) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select totp_secret from account where id = :account and demo and totp_secret is not null")
                                .param("account", account)
                                .query(String.class)
                                .optional()
                                .map(secret -> Totp.code(secret, clock.instant()))
                                .orElse(""));
    }

    /** A demo pupil's card and picture code. */
    public void giveDemoCard(long person, String token, List<String> pictures) {
        walls.as(
                Wall.DOOR,
                () -> {
                    var account =
                            db.sql(
                                            "update account set demo = true where id = (select account_id from account_person where person_id = :person) returning id")
                                    .param("person", person)
                                    .query(Long.class)
                                    .single();
                    accounts.setPictures(account, codes.hash(account, pictures));
                    cards.keep(person, token);
                });
    }

    /** Whether people enter here and none of them is of the demo. */
    boolean onlyRealAccounts() {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select count(*) > 0 and not coalesce(bool_or(demo), false) from account where state = 'ACTIVE'")
                                .query(Boolean.class)
                                .single());
    }

    public boolean anyDemoAccount() {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql("select exists (select 1 from account where demo)")
                                .query(Boolean.class)
                                .single());
    }
}
