package fr.preau.notifications;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.townstaff.StaffFact.StaffDecided;
import fr.preau.townstaff.StaffFact.StaffToConfirm;
import fr.preau.web.Live;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * A town learns what was decided of whom it asked for, and that its colleagues are to be confirmed.
 * Told at the town, which has no quiet hours.
 */
@Component
class TownStaffListeners {
    private static final String ASKER =
            "select c.town_id, c.asked_by, :kind, 0, null::bigint, :fact, :now::timestamptz, :now::timestamptz from town_staff c where c.id = :number and :today::date is not null";

    private static final String REFERENTS =
            """
            select distinct r.structure_id, r.person_id, :kind, 0, null::bigint, :fact, :now::timestamptz, :now::timestamptz from role r
             where r.structure_id = :number and r.kind in ('TOWN_REFERENT', 'MAYOR')
               and coalesce(r.starts_on, :today) <= :today and coalesce(r.ends_on, :today) >= :today
            """;

    private final JdbcClient db;
    private final Walls walls;
    private final Live live;
    private final Clock clock;

    TownStaffListeners(JdbcClient db, Walls walls, Live live, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.live = live;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(StaffDecided decided) {
        tell(ASKER, "TOWN_STAFF_DECIDED", decided.colleague(), decided.identity());
    }

    @ApplicationModuleListener
    void on(StaffToConfirm confirm) {
        tell(
                REFERENTS,
                confirm.again() ? "TOWN_STAFF_ENDING" : "TOWN_STAFF_CONFIRM",
                confirm.town(),
                confirm.identity());
    }

    private void tell(String whom, String kind, long number, String fact) {
        walls.as(
                Wall.JOB,
                () ->
                        live.ring(
                                db.sql(Listeners.INTO + whom + Listeners.ONCE)
                                        .param("kind", kind)
                                        .param("number", number)
                                        .param("today", LocalDate.now(clock))
                                        .param("fact", fact)
                                        .param("now", Timestamp.from(clock.instant()))
                                        .query(Long.class)
                                        .list()));
    }
}
