package fr.preau.agreements;

import fr.preau.web.Actor;
import fr.preau.web.Problems;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Gathers what the page of a convention shows, whichever form it answers. */
@Component
class AgreementScreen {
    private final Agreements agreements;
    private final Seals seals;
    private final Documents documents;
    private final Pages pages;
    private final Clock clock;

    AgreementScreen(
            Agreements agreements, Seals seals, Documents documents, Pages pages, Clock clock) {
        this.agreements = agreements;
        this.seals = seals;
        this.documents = documents;
        this.pages = pages;
        this.clock = clock;
    }

    AgreementPage of(Actor actor, Agreement agreement) {
        return of(actor, agreement, AgreementPage.Typed.nothing(agreement), new Problems());
    }

    AgreementPage of(
            Actor actor, Agreement agreement, AgreementPage.Typed typed, Problems problems) {
        return new AgreementPage(
                agreement,
                agreements.schools(agreement.id()),
                pages.rate(agreement),
                seals.of(agreement.id()),
                documents.of(agreement.id()),
                new AgreementPage.Rights(
                        AgreementPolicy.leads(actor),
                        AgreementPolicy.changes(actor, agreement),
                        AgreementPolicy.prepares(actor, agreement),
                        AgreementPolicy.signsForTown(actor, agreement)),
                typed,
                LocalDate.now(clock),
                problems);
    }
}
