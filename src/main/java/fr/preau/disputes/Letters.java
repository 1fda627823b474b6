package fr.preau.disputes;

import fr.preau.agreements.Agreement;
import fr.preau.agreements.Money;
import fr.preau.agreements.Term;
import fr.preau.agreements.Terms;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Fills the two letters with what the convention and the procedure say. */
@Component
class Letters {
    private final Terms terms;

    Letters(Terms terms) {
        this.terms = terms;
    }

    /**
     * @param written the step that holds the griefs or the reasons
     */
    Letter of(Folder folder, Step written) {
        var agreement = folder.agreement();
        var region = region(folder.dispute());
        var town =
                List.of(
                        agreement.debtorName(),
                        agreement.street(),
                        agreement.postalCode() + " " + agreement.city());
        var byTown = written.party() == Party.TOWN;
        var day = written.countsFrom();
        var delays = folder.dispute().delays();
        return new Letter(
                agreement.reference(),
                agreement.yearLabel(),
                Objects.requireNonNull(agreement.effectOn()),
                Money.of(Objects.requireNonNullElse(agreement.amountCents(), 0)),
                byTown ? town : region,
                byTown ? region : town,
                byTown ? agreement.city() : on(Term.PLACE, folder.dispute()),
                day,
                byTown ? signatory(agreement) : forRegion(folder),
                written.words().lines().map(String::strip).filter(s -> !s.isEmpty()).toList(),
                delays,
                Deadlines.months(day, delays.conciliationMonths()),
                Deadlines.days(day, delays.terminationDays()),
                Deadlines.months(day, delays.courtMonths()),
                folder.course().last(StepKind.FIRST_LETTER).map(Step::onDay).orElse(null),
                folder.course().last(StepKind.FAILED).map(Step::onDay).orElse(null));
    }

    private List<String> region(Dispute dispute) {
        return List.of(on(Term.REGION, dispute), on(Term.REGION_ADDRESS, dispute));
    }

    private static List<String> signatory(Agreement agreement) {
        return List.of(agreement.signatoryTitle(), agreement.signatoryName());
    }

    private List<String> forRegion(Folder folder) {
        return List.of(
                on(Term.REGION_SIGNATORY_TITLE, folder.dispute()),
                folder.agreement().regionSignatory());
    }

    /** As it was decided when the procedure was opened. */
    private String on(Term term, Dispute dispute) {
        return terms.on(term, dispute.openedOn());
    }
}
