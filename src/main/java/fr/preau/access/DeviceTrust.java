package fr.preau.access;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How well an account is known in the browser of this request, for what a thief would do there. */
@Component
public class DeviceTrust {
    private final ObjectProvider<HttpServletRequest> request;
    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    DeviceTrust(
            ObjectProvider<HttpServletRequest> request, JdbcClient db, Walls walls, Clock clock) {
        this.request = request;
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    /**
     * @param proved a second factor was given in this session
     * @param newSince when the account first came here; null when its age says nothing: a tablet of
     *     the school, the device on which the account was opened, one that somebody vouched for
     */
    public record Here(boolean proved, @Nullable Long device, @Nullable Instant newSince) {}

    public Here here(long account) {
        var token = Cookies.SESSION.read(request.getObject()).orElse("");
        return walls.as(
                Wall.DOOR,
                () ->
                        // Everybody who visits the demo shares its accounts: their browsers are
                        // never new.
                        db.sql(
                                        """
                                        select s.second_factor_at is not null as proved, s.device_id as device,
                                               case when s.device = 'PERSONAL' and not a.demo and d.vouched_at is null and not (
                                                         a.first_sign_in_at >= d.first_at - interval '1 day' and not exists (
                                                             select 1 from known_device o where o.account_id = d.account_id and o.first_at < d.first_at))
                                                    then coalesce(d.first_at, s.created_at) end as new_since
                                          from session s join account a on a.id = s.account_id
                                          left join known_device d on d.account_id = s.account_id and d.id = s.device_id
                                         where s.token_hash = :token and s.account_id = :account and s.ended_at is null
                                        """)
                                .param("token", Tokens.hash(token))
                                .param("account", account)
                                .query(Here.class)
                                .optional()
                                .orElseGet(() -> new Here(false, null, clock.instant())));
    }

    /** A second person answers for what came from this device. */
    public void vouch(long account, long device) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "update known_device set vouched_at = :now where account_id = :account and id = :device")
                                .param("now", Timestamp.from(clock.instant()))
                                .param("account", account)
                                .param("device", device)
                                .update());
    }
}
