package fr.preau.agreements;

import fr.preau.agreements.AgreementFact.AgreementSigned;
import fr.preau.agreements.AgreementFact.AgreementSignedByTown;
import fr.preau.agreements.Documents.Kind;
import fr.preau.agreements.Seal.Party;
import fr.preau.agreements.Seal.Way;
import fr.preau.proconnect.Conventions;
import fr.preau.web.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Both signatures. With the first, what the convention says and what it costs are fixed; with the
 * last it takes effect (article 10). Whoever calls has locked the convention and asked the policy.
 */
@Component
class Signing {
    private final JdbcClient db;
    private final Agreements agreements;
    private final Pages pages;
    private final Documents documents;
    private final Seals seals;
    private final Terms terms;
    private final Conventions conventions;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Signing(
            JdbcClient db,
            Agreements agreements,
            Pages pages,
            Documents documents,
            Seals seals,
            Terms terms,
            Conventions conventions,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.db = db;
        this.agreements = agreements;
        this.pages = pages;
        this.documents = documents;
        this.seals = seals;
        this.terms = terms;
        this.conventions = conventions;
        this.facts = facts;
        this.clock = clock;
    }

    /** Pages that were brought, and whether their mark was read. */
    record Brought(byte[] bytes, boolean read) {
        String mark() {
            return read ? "READ" : "UNREAD";
        }
    }

    /**
     * @param brought the signed pages; null when the town signs here
     * @param signedOn the day written on the paper, today when signed here
     */
    void forTown(Actor actor, Agreement agreement, @Nullable Brought brought, LocalDate signedOn) {
        forTown(actor, agreement, brought, signedOn, now());
    }

    void forTown(
            Actor actor,
            Agreement agreement,
            @Nullable Brought brought,
            LocalDate signedOn,
            Instant now) {
        var rate = pages.rate(agreement);
        var schools = agreements.schools(agreement.id()).size();
        db.sql(
                        """
                        update agreement set state = 'TOWN_SIGNED', town_signed_on = :on, rate_cents = :rate, amount_cents = :amount where id = :id
                        """)
                .param("on", signedOn)
                .param("rate", rate)
                .param("amount", Math.multiplyExact(rate, schools))
                .param("id", agreement.id())
                .update();
        var fixed = agreements.find(agreement.id()).orElseThrow();
        var proposed =
                documents.keep(
                        fixed, Kind.PROPOSED, pages.of(fixed, seals.of(fixed.id())), "OURS", now);
        var signed =
                brought == null
                        ? proposed
                        : documents.keep(fixed, Kind.TOWN, brought.bytes(), brought.mark(), now);
        seals.add(
                actor,
                fixed,
                Party.TOWN,
                brought == null ? Way.HERE : Way.PAPER,
                fixed.signatoryName(),
                fixed.signatoryTitle(),
                signedOn,
                now,
                signed);
        facts.publishEvent(
                new AgreementSignedByTown(fixed.id(), actor.account(), actor.person(), now));
    }

    /**
     * @param name of whoever signs for the région
     * @param brought the pages with both signatures; null when the région signs here
     */
    void forRegion(
            Actor actor,
            Agreement agreement,
            String name,
            @Nullable Brought brought,
            LocalDate signedOn) {
        forRegion(actor, agreement, name, brought, signedOn, now());
    }

    void forRegion(
            Actor actor,
            Agreement agreement,
            String name,
            @Nullable Brought brought,
            LocalDate signedOn,
            Instant now) {
        var before = seals.of(agreement.id()).getFirst();
        var effect = signedOn.isAfter(before.signedOn()) ? signedOn : before.signedOn();
        db.sql(
                        """
                        update agreement set state = 'SIGNED', region_signed_on = :on, effect_on = :effect, region_signatory = :name where id = :id
                        """)
                .param("on", signedOn)
                .param("effect", effect)
                .param("name", name)
                .param("id", agreement.id())
                .update();
        var signed = agreements.find(agreement.id()).orElseThrow();
        var document =
                brought == null
                        ? before.document()
                        : documents.keep(signed, Kind.REGION, brought.bytes(), brought.mark(), now);
        seals.add(
                actor,
                signed,
                Party.REGION,
                brought == null ? Way.HERE : Way.PAPER,
                name,
                terms.today(Term.REGION_SIGNATORY_TITLE),
                signedOn,
                now,
                document);
        documents.keep(signed, Kind.FINAL, pages.of(signed, seals.of(signed.id())), "OURS", now);
        open(signed, effect);
        facts.publishEvent(new AgreementSigned(signed.id(), actor.account(), actor.person(), now));
    }

    /** From now on the agents of the commune may be let in. */
    private void open(Agreement signed, LocalDate effect) {
        if (signed.debtorKind().equals(DebtorKind.TOWN.name()))
            conventions.sign(
                    signed.townId(), signed.siret().substring(0, 9), effect, signed.endsOn());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
