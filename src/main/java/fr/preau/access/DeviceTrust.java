package fr.preau.access;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
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

    /** A piece of SQL in parentheses that gives one row, and the parameters that it names. */
    public record Row(String sql, Map<String, Object> params) {}

    /** How well the account that acts is known here, to be joined; read with {@link #read}. */
    public Row here() {
        return new Row(
                """
                (select coalesce(bool_or(h.proved), false) as proved, max(h.device) as device,
                        case count(*) when 0 then :device_now::timestamptz else max(h.new_since) end as new_since
                   from device_here(:device_token) h)\
                """,
                Map.of(
                        "device_token",
                        Tokens.hash(Cookies.SESSION.read(request.getObject()).orElse("")),
                        "device_now",
                        Timestamp.from(clock.instant())));
    }

    public static Here read(ResultSet row) throws SQLException {
        var since = row.getTimestamp("new_since");
        return new Here(
                row.getBoolean("proved"),
                row.getObject("device", Long.class),
                since == null ? null : since.toInstant());
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
