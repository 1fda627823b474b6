package fr.preau;

import fr.preau.access.TestDoor;
import fr.preau.access.Tokens;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Profile;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People with a browser: strangers at the door, and the cast already inside. */
@TestComponent
@Import(TestDoor.class)
public class Visitors {
    private final ApplicationContext context;
    private final TestDoor door;
    private final Map<String, Visitor> inside = new HashMap<>();

    Visitors(ApplicationContext context, TestDoor door) {
        this.context = context;
        this.door = door;
    }

    public String address() {
        return "http://localhost:"
                + ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    public Visitor stranger() {
        return new Visitor(address());
    }

    /**
     * Somebody of the cast, past the doors: session open, charter accepted, second factor proved.
     */
    public Visitor as(String login, Profile... profile) {
        return inside.computeIfAbsent(
                login + profile.length,
                key -> {
                    var visitor = new Visitor(address());
                    visitor.cookie("preau", door.enter(login, profile));
                    return visitor;
                });
    }

    /** The login of whoever is inside in this browser; a dash when nobody is. */
    public String loginOf(Visitor visitor) {
        var cookie = visitor.cookie("preau");
        if (cookie == null) return "-";
        return context.getBean(Walls.class)
                .as(
                        Wall.DOOR,
                        () ->
                                context.getBean(JdbcClient.class)
                                        .sql(
                                                "select a.login from session s join account a on a.id = s.account_id where s.token_hash = :token and s.ended_at is null")
                                        .param("token", Tokens.hash(cookie))
                                        .query(String.class)
                                        .optional()
                                        .orElse("-"));
    }

    public void forgetAll() {
        inside.clear();
    }
}
