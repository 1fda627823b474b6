package fr.preau;

import fr.preau.access.TestDoor;
import fr.preau.web.Profile;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

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

    void forgetAll() {
        inside.clear();
    }
}
