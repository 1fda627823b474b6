package fr.preau.notifications;

import fr.preau.townstaff.StaffFact;
import fr.preau.townstaff.StaffFact.StaffDecided;
import fr.preau.townstaff.StaffFact.StaffToConfirm;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * A town learns what was decided of whom it asked for, and that its colleagues are to be confirmed.
 * Told at the town, which has no quiet hours.
 */
@Component
class TownStaffListeners {
    private static final String ASKER =
            "select c.town_id, c.asked_by, :kind, 0, null::bigint, :fact, :now::timestamptz, :now::timestamptz from town_staff c where c.id = :number";

    private static final String REFERENTS =
            """
            select distinct r.structure_id, r.person_id, :kind, 0, null::bigint, :fact, :now::timestamptz, :now::timestamptz from role r
             where r.structure_id = :number and r.kind in ('TOWN_REFERENT', 'MAYOR')
               and coalesce(r.starts_on, :today) <= :today and coalesce(r.ends_on, :today) >= :today
            """;

    private final TellPeople tell;

    TownStaffListeners(TellPeople tell) {
        this.tell = tell;
    }

    @ApplicationModuleListener
    void on(StaffDecided decided) {
        tell(decided, ASKER, "TOWN_STAFF_DECIDED", decided.colleague());
    }

    @ApplicationModuleListener
    void on(StaffToConfirm confirm) {
        tell(
                confirm,
                REFERENTS,
                confirm.again() ? "TOWN_STAFF_ENDING" : "TOWN_STAFF_CONFIRM",
                confirm.town());
    }

    private void tell(StaffFact fact, String whom, String kind, long number) {
        tell.atOnce(fact, whom, Map.of("kind", kind, "number", number));
    }
}
