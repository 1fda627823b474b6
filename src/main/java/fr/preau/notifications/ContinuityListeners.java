package fr.preau.notifications;

import fr.preau.continuity.ContinuityWarned;
import fr.preau.continuity.GraceFact.GraceGiven;
import java.util.Map;
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

    private final TellPeople tell;

    ContinuityListeners(TellPeople tell) {
        this.tell = tell;
    }

    @ApplicationModuleListener
    void on(ContinuityWarned warned) {
        var kind =
                switch (warned.step()) {
                    case "READING", "CLOSING", "CLOSED" -> "CONTINUITY_" + warned.step();
                    default -> "CONTINUITY_WARNED";
                };
        tell.of(
                warned,
                warned.school(),
                OF_AGREEMENT,
                Map.of("kind", kind, "number", warned.agreement()));
    }

    @ApplicationModuleListener
    void on(GraceGiven given) {
        tell.atOnce(
                given, OF_GRACE, Map.of("kind", "CONTINUITY_PROLONGED", "number", given.grace()));
    }
}
