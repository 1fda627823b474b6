package fr.preau.saml;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.jobs.RecurringWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is at another door and what they come back with: requests, answers that have served, arrivals
 * that have not entered yet. All of it for minutes, in one browser, once.
 */
@Component
class Waiting implements RecurringWork {
    /** Time to type a password, find a telephone and read a code. */
    static final Duration AT_THE_DOOR = Duration.ofMinutes(15);

    /** Time to choose between two accounts. */
    private static final Duration TO_ENTER = Duration.ofMinutes(10);

    private final JdbcClient db;
    private final Walls walls;
    private final Clock clock;

    Waiting(JdbcClient db, Walls walls, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.clock = clock;
    }

    /** Somebody who came back, not yet inside: who they may be, and where they were going. */
    record Arrival(
            String provider,
            List<Long> persons,
            @Nullable String leavesTo,
            boolean proved,
            String way,
            @Nullable Named named) {}

    /** Remembers that this browser left with this request, on its way to a page of ours. */
    void leaves(String id, String provider, byte[] browser, String way) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "insert into saml_request (id, provider, browser_hash, way, until) values (:id, :provider, :browser, :way, :until)")
                                .param("id", id)
                                .param("provider", provider)
                                .param("browser", browser)
                                .param("way", way)
                                .param("until", in(AT_THE_DOOR))
                                .update());
    }

    /** The requests of this browser that the provider has not answered. */
    Set<String> requests(String provider, byte[] browser) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db
                                .sql(
                                        "select id from saml_request where provider = :provider and browser_hash = :browser and until > :now")
                                .param("provider", provider)
                                .param("browser", browser)
                                .param("now", in(Duration.ZERO))
                                .query(String.class)
                                .list()
                                .stream()
                                .collect(Collectors.toSet()));
    }

    /**
     * Takes the request and marks the assertion, both once; where its browser was going. Empty when
     * either has served.
     */
    Optional<String> returns(Verification.Verdict verdict, String provider, byte[] browser) {
        return walls.as(
                Wall.DOOR,
                () -> {
                    var fresh =
                            db.sql(
                                            "insert into saml_assertion (provider, id_hash, until) values (:provider, :id, :until) on conflict do nothing")
                                    .param("provider", provider)
                                    .param("id", fr.preau.access.Tokens.hash(verdict.answer().id()))
                                    .param(
                                            "until",
                                            Timestamp.from(
                                                    verdict.answer()
                                                            .until()
                                                            .plus(Verification.SKEW)))
                                    .update();
                    if (fresh == 0) return Optional.<String>empty();
                    return db.sql(
                                    "delete from saml_request where id = :id and provider = :provider and browser_hash = :browser and until > :now returning way")
                            .param("id", verdict.request())
                            .param("provider", provider)
                            .param("browser", browser)
                            .param("now", in(Duration.ZERO))
                            .query(String.class)
                            .optional();
                });
    }

    /** Whether a request of this provider is followed for the first time; it is, from here on. */
    boolean firstTime(Message request, String provider) {
        return walls.as(
                        Wall.DOOR,
                        () ->
                                db.sql(
                                                "insert into saml_assertion (provider, id_hash, until) values (:provider, :id, :until) on conflict do nothing")
                                        .param("provider", provider)
                                        .param(
                                                "id",
                                                fr.preau.access.Tokens.hash(
                                                        "request " + SignOutMessages.id(request)))
                                        .param(
                                                "until",
                                                Timestamp.from(
                                                        SignOutMessages.replayable(
                                                                clock.instant())))
                                        .update())
                == 1;
    }

    /** Takes a request of ours that left with this mark: once. */
    boolean comesBack(String id, String provider, byte[] mark) {
        return walls.as(
                        Wall.DOOR,
                        () ->
                                db.sql(
                                                "delete from saml_request where id = :id and provider = :provider and browser_hash = :mark and until > :now")
                                        .param("id", id)
                                        .param("provider", provider)
                                        .param("mark", mark)
                                        .param("now", in(Duration.ZERO))
                                        .update())
                == 1;
    }

    /** Whoever left by this door in this browser starts again. */
    void forget(String provider, byte[] browser) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "delete from saml_request where provider = :provider and browser_hash = :browser")
                                .param("provider", provider)
                                .param("browser", browser)
                                .update());
    }

    void arrives(byte[] browser, Arrival arrival) {
        var named = arrival.named();
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        insert into saml_arrival (browser_hash, provider, persons, leaves_to, proved, way, until, name_hash, index_hash, name_id, session_index)
                                        values (:browser, :provider, :persons, :leavesTo, :proved, :way, :until, :nameHash, :indexHash, :nameId, :index)
                                        on conflict (browser_hash) do update set provider = excluded.provider, persons = excluded.persons, leaves_to = excluded.leaves_to,
                                               proved = excluded.proved, way = excluded.way, until = excluded.until,
                                               name_hash = excluded.name_hash, index_hash = excluded.index_hash, name_id = excluded.name_id, session_index = excluded.session_index
                                        """)
                                .param("browser", browser)
                                .param("provider", arrival.provider())
                                .param(
                                        "persons",
                                        arrival.persons().stream()
                                                .mapToLong(Long::longValue)
                                                .toArray())
                                .param("leavesTo", arrival.leavesTo(), Types.VARCHAR)
                                .param("proved", arrival.proved())
                                .param("way", arrival.way())
                                .param("until", in(TO_ENTER))
                                .param(
                                        "nameHash",
                                        named == null ? null : named.nameHash(),
                                        Types.BINARY)
                                .param(
                                        "indexHash",
                                        named == null ? null : named.indexHash(),
                                        Types.BINARY)
                                .param(
                                        "nameId",
                                        named == null ? null : named.nameId(),
                                        Types.VARCHAR)
                                .param("index", named == null ? null : named.index(), Types.VARCHAR)
                                .update());
    }

    Optional<Arrival> arrival(byte[] browser) {
        return arrival(
                "select * from saml_arrival where browser_hash = :browser and until > :now",
                browser);
    }

    /** The arrival, for the one who takes it: nobody takes it again. */
    Optional<Arrival> take(byte[] browser) {
        return arrival(
                "delete from saml_arrival where browser_hash = :browser and until > :now returning *",
                browser);
    }

    private Optional<Arrival> arrival(String sql, byte[] browser) {
        return walls.as(
                Wall.DOOR,
                () ->
                        db.sql(sql)
                                .param("browser", browser)
                                .param("now", in(Duration.ZERO))
                                .query(Waiting::read)
                                .optional());
    }

    private static Arrival read(ResultSet row, int n) throws SQLException {
        return new Arrival(
                row.getString("provider"),
                Arrays.asList((Long[]) row.getArray("persons").getArray()),
                row.getString("leaves_to"),
                row.getBoolean("proved"),
                row.getString("way"),
                row.getBytes("name_hash") == null
                        ? null
                        : new Named(
                                row.getBytes("name_hash"),
                                row.getBytes("index_hash"),
                                row.getString("name_id"),
                                row.getString("session_index")));
    }

    private Timestamp in(Duration duration) {
        return Timestamp.from(clock.instant().plus(duration));
    }

    @Override
    public String name() {
        return "saml-sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    /** Removes what nobody comes back for, and the answers that could no longer be replayed. */
    @Override
    public void run() {
        walls.as(
                Wall.DOOR,
                () -> {
                    for (var table : List.of("saml_request", "saml_assertion", "saml_arrival"))
                        db.sql("delete from " + table + " where until <= :now")
                                .param("now", in(Duration.ZERO))
                                .update();
                });
    }
}
