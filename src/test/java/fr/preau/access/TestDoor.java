package fr.preau.access;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Profile;
import java.util.Arrays;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A door for tests: signed in, charter accepted, second factor fresh. The doors themselves are
 * tested through the real ones.
 */
@TestComponent
public class TestDoor {
    private final Sessions sessions;
    private final Hats hats;
    private final Accounts accounts;
    private final Walls walls;
    private final JdbcClient db;

    TestDoor(Sessions sessions, Hats hats, Accounts accounts, Walls walls, JdbcClient db) {
        this.sessions = sessions;
        this.hats = hats;
        this.accounts = accounts;
        this.walls = walls;
        this.db = db;
    }

    /**
     * The session cookie of somebody of the cast, wearing the first hat, or the one of this
     * profile.
     */
    public String enter(String login, Profile... profile) {
        var account = accounts.byLogin(login).orElseThrow().id();
        walls.as(
                Wall.DOOR,
                () -> {
                    db.sql("update account set state = 'ACTIVE' where id = :account")
                            .param("account", account)
                            .update();
                    db.sql(
                                    """
                                    insert into charter_acceptance (account_id, audience, version, text_hash, accepted_at, manner)
                                    select :account, audience, version, 'test', effective_from, 'READ' from charter on conflict do nothing
                                    """)
                            .param("account", account)
                            .update();
                });
        var hat =
                hats.of(account).stream()
                        .filter(h ->
                                profile.length == 0 || Arrays.asList(profile).contains(h.profile()))
                        .findFirst()
                        .orElseThrow();
        var token = sessions.open(account, hat, Device.PERSONAL);
        sessions.prove(token);
        return token;
    }
}
