package fr.preau.notifications;

import fr.preau.access.OwnDevice;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.push.Push;
import fr.preau.web.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The devices in which an adult is told. Each was chosen in that very device, by a press. */
@Component
class OwnDevices {
    private final JdbcClient db;
    private final Walls walls;
    private final OwnDevice here;
    private final Push push;
    private final Clock clock;

    OwnDevices(JdbcClient db, Walls walls, OwnDevice here, Push push, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.here = here;
        this.push = push;
        this.clock = clock;
    }

    enum Asking {
        KEPT,
        /** Nobody's own: a class shares it, or its cookies are not kept. */
        SHARED,
        /** Not the description of a device that may be written to. */
        UNKNOWN
    }

    PreferencesPage.Devices of(Actor actor, HttpServletRequest request) {
        var device = here.of(actor, request);
        var rows =
                db.sql(
                                """
                                select id, name, made_at, device_id = :device as here from push_subscription where account_id = :account
                                 order by here desc, made_at desc, id
                                """)
                        .param("account", actor.account())
                        .param("device", device.orElse(0L))
                        .query(PreferencesPage.Device.class)
                        .list();
        return new PreferencesPage.Devices(
                push.open(), push.open() && device.isPresent() ? push.key().point() : "", rows);
    }

    /**
     * In a browser that told somebody else before, it is the latest who is told. The key that the
     * device holds to is the one that our page has just given.
     */
    Asking add(
            Actor actor, HttpServletRequest request, String endpoint, String point, String secret) {
        var device = here.of(actor, request);
        if (device.isEmpty()) return Asking.SHARED;
        if (!push.open() || push.subscriber(endpoint, point, secret).isEmpty())
            return Asking.UNKNOWN;
        var key = push.key().id();
        walls.as(
                Wall.DOOR,
                () -> {
                    db.sql(
                                    "delete from push_subscription where endpoint = :endpoint or account_id = :account and device_id = :device")
                            .param("endpoint", endpoint)
                            .param("account", actor.account())
                            .param("device", device.get())
                            .update();
                    db.sql(
                                    """
                                    insert into push_subscription (account_id, device_id, name, endpoint, point, secret, key_id, made_at)
                                    select account_id, id, name, :endpoint, :point, :secret, :key, :now from known_device where account_id = :account and id = :device
                                    """)
                            .param("account", actor.account())
                            .param("device", device.get())
                            .param("endpoint", endpoint)
                            .param("point", point)
                            .param("secret", secret)
                            .param("key", key)
                            .param("now", Timestamp.from(clock.instant()))
                            .update();
                });
        return Asking.KEPT;
    }

    boolean remove(Actor actor, long device) {
        return db.sql("delete from push_subscription where account_id = :account and id = :device")
                        .param("account", actor.account())
                        .param("device", device)
                        .update()
                == 1;
    }
}
