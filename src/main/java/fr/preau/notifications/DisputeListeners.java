package fr.preau.notifications;

import fr.preau.disputes.DisputeFact;
import fr.preau.disputes.DisputeFact.DisputeDeadlineNear;
import fr.preau.disputes.DisputeFact.DisputeOpened;
import fr.preau.disputes.DisputeFact.DisputeStepEntered;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * The party that did not open a procedure learns what begins a delay against it, both that a day is
 * near: a registered letter may lie at the post office.
 */
@Component
class DisputeListeners {
    /** Only the opener writes the letters (article 11): the other party is told. */
    private static final String WHOM =
            """
            select distinct r.structure_id, r.person_id, :kind, d.id, null::bigint, :fact, :now::timestamptz, :now::timestamptz
              from dispute d join agreement g on g.id = d.agreement_id
              join role r on (r.structure_id = g.town_id and r.kind in ('MAYOR', 'TOWN_REFERENT') and (d.opener = 'REGION' or :both)
                   or r.structure_id = g.region_id and r.kind = 'REGION_LEAD' and (d.opener = 'TOWN' or :both))
               and coalesce(r.starts_on, :today) <= :today and coalesce(r.ends_on, :today) >= :today
             where d.id = :number
            """;

    private final TellPeople tell;

    DisputeListeners(TellPeople tell) {
        this.tell = tell;
    }

    @ApplicationModuleListener
    void on(DisputeOpened opened) {
        tell(opened, "DISPUTE_OPENED", false);
    }

    @ApplicationModuleListener
    void on(DisputeStepEntered entered) {
        switch (entered.kind()) {
            case FIRST_LETTER -> tell(entered, "DISPUTE_FIRST_LETTER", false);
            case SECOND_LETTER -> tell(entered, "DISPUTE_SECOND_LETTER", false);
            default -> {}
        }
    }

    @ApplicationModuleListener
    void on(DisputeDeadlineNear near) {
        tell(near, "DISPUTE_DEADLINE", true);
    }

    private void tell(DisputeFact fact, String kind, boolean both) {
        tell.atOnce(fact, WHOM, Map.of("kind", kind, "number", fact.dispute(), "both", both));
    }
}
