package fr.preau.notifications;

import fr.preau.continuity.ContinuityWarned;
import fr.preau.continuity.GraceFact.GraceGiven;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.quiet.QuietHours;
import fr.preau.web.Live;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Who directs a school and who answers for its convention at the town learn what comes when. */
@Component
class ContinuityListeners {
    /** Of each school {@code x}, of the convention of {@code town_id}. */
    private static final String TOLD =
            """
            select distinct x.school_id, r.person_id, :kind, 0, null::bigint, :fact, :now::timestamptz, :opens::timestamptz
              from (%s) x (school_id, town_id)
              join role r on (r.kind = 'DIRECTOR' and r.structure_id = x.school_id or r.kind = 'TOWN_REFERENT' and r.structure_id = x.town_id)
               and coalesce(r.starts_on, :today) <= :today and coalesce(r.ends_on, :today) >= :today
            """;

    private static final String OF_AGREEMENT =
            TOLD.formatted(
                    "select :school::bigint, g.town_id from agreement g where g.id = :number");

    private static final String OF_GRACE =
            TOLD.formatted(
                    """
                    select s.structure_id, g.town_id from continuity_grace c join agreement g on g.id = c.agreement_id join agreement_school s on s.agreement_id = g.id and s.live
                     where c.id = :number and s.structure_id = coalesce(c.structure_id, s.structure_id)
                    """);

    private final JdbcClient db;
    private final Walls walls;
    private final QuietHours quiet;
    private final Live live;
    private final Clock clock;

    ContinuityListeners(JdbcClient db, Walls walls, QuietHours quiet, Live live, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.quiet = quiet;
        this.live = live;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(ContinuityWarned warned) {
        var kind =
                switch (warned.step()) {
                    case "READING", "CLOSING", "CLOSED" -> "CONTINUITY_" + warned.step();
                    default -> "CONTINUITY_WARNED";
                };
        var opens = quiet.opensAt(warned.school(), clock.instant());
        tell(
                OF_AGREEMENT,
                kind,
                warned.school(),
                warned.agreement(),
                warned.identity(),
                Timestamp.from(opens));
    }

    @ApplicationModuleListener
    void on(GraceGiven given) {
        var now = Timestamp.from(clock.instant());
        tell(OF_GRACE, "CONTINUITY_PROLONGED", 0, given.grace(), given.identity(), now);
    }

    private void tell(
            String whom, String kind, long school, long number, String fact, Timestamp opens) {
        walls.as(
                Wall.JOB,
                () ->
                        live.ring(
                                db.sql(Listeners.INTO + whom + Listeners.ONCE)
                                        .param("kind", kind)
                                        .param("school", school)
                                        .param("number", number)
                                        .param("today", LocalDate.now(clock))
                                        .param("fact", fact)
                                        .param("now", Timestamp.from(clock.instant()))
                                        .param("opens", opens)
                                        .query(Long.class)
                                        .list()));
    }
}
