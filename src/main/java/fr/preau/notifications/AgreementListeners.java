package fr.preau.notifications;

import fr.preau.agreements.AgreementFact;
import fr.preau.agreements.AgreementFact.AgreementChecked;
import fr.preau.agreements.AgreementFact.AgreementSent;
import fr.preau.agreements.AgreementFact.AgreementSigned;
import fr.preau.agreements.AgreementFact.AgreementSignedByTown;
import fr.preau.agreements.AgreementFact.AgreementTerminated;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Each party learns that it is its turn, and both that a convention is in force or over. */
@Component
class AgreementListeners {
    private static final String WHOM =
            """
            select distinct r.structure_id, r.person_id, :kind, g.id, null::bigint, :fact, :now::timestamptz, :now::timestamptz
              from agreement g join role r on (r.structure_id = g.town_id or r.structure_id = g.region_id) and r.kind = any (:roles)
               and coalesce(r.starts_on, :today) <= :today and coalesce(r.ends_on, :today) >= :today
             where g.id = :number
            """;

    private final TellPeople tell;

    AgreementListeners(TellPeople tell) {
        this.tell = tell;
    }

    @ApplicationModuleListener
    void on(AgreementSent sent) {
        tell(sent, "AGREEMENT_SENT", "TOWN_REFERENT", "MAYOR");
    }

    @ApplicationModuleListener
    void on(AgreementChecked checked) {
        tell(checked, "AGREEMENT_CHECKED", "MAYOR");
    }

    @ApplicationModuleListener
    void on(AgreementSignedByTown signed) {
        tell(signed, "AGREEMENT_TOWN_SIGNED", "REGION_LEAD");
        tell(signed, "AGREEMENT_SIGNED_FOR_TOWN", "MAYOR", "TOWN_REFERENT");
    }

    @ApplicationModuleListener
    void on(AgreementSigned signed) {
        tell(signed, "AGREEMENT_SIGNED", "TOWN_REFERENT", "MAYOR");
    }

    @ApplicationModuleListener
    void on(AgreementTerminated terminated) {
        tell(terminated, "AGREEMENT_TERMINATED", "TOWN_REFERENT", "MAYOR", "REGION_LEAD");
    }

    private void tell(AgreementFact fact, String kind, String... roles) {
        tell.atOnce(fact, WHOM, Map.of("kind", kind, "number", fact.of(), "roles", roles));
    }
}
