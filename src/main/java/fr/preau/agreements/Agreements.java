package fr.preau.agreements;

import fr.preau.agreements.AgreementFact.AgreementTerminated;
import fr.preau.proconnect.Conventions;
import fr.preau.web.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Conventions, behind the wall of whoever asks: a town hall sees its own, the DSDEN those of its
 * département, the région all. {@link AgreementPolicy#sees} is asked before.
 */
@Component
public class Agreements {
    static final String COLUMNS =
            """
            a.id, a.reference, a.debtor_id, a.school_year as year, a.town_id, a.department_id, a.state, a.edition, a.debtor_kind, a.debtor_name, a.siret, a.street, a.postal_code, a.city,
            a.signatory_name, a.signatory_title, a.chorus_service, a.commitment_number, a.region_signatory, a.template_id, a.rate_cents, a.amount_cents, a.made_at,
            a.sent_at, a.checked_at, a.town_signed_on, a.region_signed_on, a.effect_on, a.ends_on, a.terminated_on
            """;

    private final JdbcClient db;
    private final Conventions conventions;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Agreements(
            JdbcClient db, Conventions conventions, ApplicationEventPublisher facts, Clock clock) {
        this.db = db;
        this.conventions = conventions;
        this.facts = facts;
        this.clock = clock;
    }

    /** The convention, when this actor may see it. */
    public Optional<Agreement> find(Actor actor, long id) {
        return AgreementPolicy.sees(actor) ? find(id) : Optional.empty();
    }

    /** The convention that is within the reach, or under the wall, of the work under way. */
    public Optional<Agreement> find(long id) {
        return db.sql("select " + COLUMNS + " from agreement a where a.id = :id")
                .param("id", id)
                .query(Agreement.class)
                .optional();
    }

    /** Nobody else changes it until this transaction ends. */
    Agreement lock(Agreement agreement) {
        return db.sql("select " + COLUMNS + " from agreement a where a.id = :id for update")
                .param("id", agreement.id())
                .query(Agreement.class)
                .single();
    }

    /** In the order of the labels. */
    public List<AgreementSchool> schools(long agreement) {
        return db.sql(
                        """
                        select a.uai, a.structure_id as structure, coalesce(s.name, '') as name, a.label, a.grouping, s.departed_at as closed_at
                          from agreement_school a left join structure s on s.id = a.structure_id
                         where a.agreement_id = :id order by a.label, a.uai
                        """)
                .param("id", agreement)
                .query(AgreementSchool.class)
                .list();
    }

    /**
     * Ends a signed convention before its time (article 11). What was paid or is due stays; the
     * town's agents are let in until the day before.
     *
     * @param on the first day without convention
     */
    public void terminate(Actor actor, Agreement agreement, LocalDate on) {
        end(actor.account(), actor.person(), agreement, on);
    }

    /** The same, by nobody: a day has come. False when it was not in force any more. */
    public boolean terminate(Agreement agreement, LocalDate on) {
        return end(null, null, agreement, on);
    }

    private boolean end(
            @Nullable Long account, @Nullable Long person, Agreement agreement, LocalDate on) {
        var changed =
                db.sql(
                                "update agreement set state = 'TERMINATED', terminated_on = :on where id = :id and state = 'SIGNED'")
                        .param("on", on)
                        .param("id", agreement.id())
                        .update();
        if (changed == 0) return false;
        var from = agreement.effectOn();
        var last = on.minusDays(1);
        if (from != null && agreement.debtorKind().equals(DebtorKind.TOWN.name()))
            conventions.sign(
                    agreement.townId(),
                    agreement.siret().substring(0, 9),
                    from,
                    last.isBefore(from) ? from : last);
        facts.publishEvent(
                new AgreementTerminated(agreement.id(), account, person, clock.instant()));
        return true;
    }
}
