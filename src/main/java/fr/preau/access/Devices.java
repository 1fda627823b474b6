package fr.preau.access;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The browsers in which an account has entered, and the sessions that are open in them. */
@Component
class Devices {
    private final JdbcClient db;
    private final Walls walls;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Devices(JdbcClient db, Walls walls, ApplicationEventPublisher facts, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.facts = facts;
        this.clock = clock;
    }

    /** The device of this account that carries this cookie. */
    Optional<Long> known(long account, String token) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "select id from known_device where account_id = :account and token_hash = :token")
                                .param("account", account)
                                .param("token", Tokens.hash(token))
                                .query(Long.class)
                                .optional());
    }

    /**
     * The session is in this browser: known from before, or new. Whoever has entered elsewhere
     * before is told of a new one. The number of the device.
     */
    long meet(String session, String token, Client client, @Nullable Long structure) {
        return walls.as(
                Wall.DOOR,
                () -> {
                    var now = Timestamp.from(clock.instant());
                    var row =
                            db.sql(
                                            """
                                            insert into known_device (account_id, token_hash, name, first_at, last_at)
                                            select s.account_id, :token, :name, :now, :now from session s where s.token_hash = :session
                                            on conflict (account_id, token_hash) do update set last_at = excluded.last_at, name = excluded.name
                                            returning id, account_id, first_at = last_at as fresh
                                            """)
                                    .param("token", Tokens.hash(token))
                                    .param("name", client.name())
                                    .param("now", now)
                                    .param("session", Tokens.hash(session))
                                    .query((r, n) ->
                                            new Met(r.getLong(1), r.getLong(2), r.getBoolean(3)))
                                    .single();
                    db.sql("update session set device_id = :device where token_hash = :session")
                            .param("device", row.device())
                            .param("session", Tokens.hash(session))
                            .update();
                    if (row.fresh() && hasOthers(row)) tell(session, row, structure);
                    return row.device();
                });
    }

    private record Met(long device, long account, boolean fresh) {}

    private boolean hasOthers(Met met) {
        return db.sql(
                        "select exists (select 1 from known_device where account_id = :account and id <> :device)")
                .param("account", met.account())
                .param("device", met.device())
                .query(Boolean.class)
                .single();
    }

    private void tell(String session, Met met, @Nullable Long structure) {
        var person =
                db.sql("select person_id from session where token_hash = :session")
                        .param("session", Tokens.hash(session))
                        .query(Long.class)
                        .single();
        facts.publishEvent(
                new DoorFact.NewDevice(
                        structure, met.account(), person, met.device(), clock.instant()));
    }

    List<SecurityPage.Device> of(long account, @Nullable String token) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        select d.id, d.name, d.first_at, greatest(d.last_at, max(s.seen_at)) as last_at,
                                               count(s.token_hash) filter (where s.ended_at is null and s.idle_until > :now and s.ends_at > :now) as sessions,
                                               d.token_hash = :token as here, case when d.spared_until > :now then d.spared_until end as spared_until
                                          from known_device d left join session s on s.account_id = d.account_id and s.device_id = d.id
                                         where d.account_id = :account group by d.account_id, d.id order by here desc, 4 desc
                                        """)
                                .param("account", account)
                                .param("token", Tokens.hash(token == null ? "" : token))
                                .param("now", Timestamp.from(clock.instant()))
                                .query(SecurityPage.Device.class)
                                .list());
    }

    /** Forgets a device: its sessions end, and the next entry from there is a new one. */
    boolean forget(long account, long device) {
        return walls.as(
                Wall.DOOR,
                () -> {
                    db.sql(
                                    "update session set ended_at = :now where account_id = :account and device_id = :device and ended_at is null")
                            .param("now", Timestamp.from(clock.instant()))
                            .param("account", account)
                            .param("device", device)
                            .update();
                    return db.sql(
                                            "delete from known_device where account_id = :account and id = :device")
                                    .param("account", account)
                                    .param("device", device)
                                    .update()
                            == 1;
                });
    }
}
