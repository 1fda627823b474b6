package fr.preau.agreements;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.LocalDate;
import java.util.List;

/**
 * A convention: what it says, how far it has come, and what whoever looks may do.
 *
 * @param rate in cents: that which was sent, or else that of its school year
 */
public record AgreementPage(
        Agreement agreement,
        List<AgreementSchool> schools,
        int rate,
        List<Seal> seals,
        List<Documents.Kept> documents,
        Rights rights,
        Typed typed,
        LocalDate today,
        Problems problems)
        implements Page {
    /** What the actor may do with it. */
    public record Rights(boolean leads, boolean changes, boolean prepares, boolean signsForTown) {}

    /** What was typed in the forms of this page. */
    public record Typed(String uai, DetailsForm details, String signedOn, String name) {
        static Typed nothing(Agreement agreement) {
            return new Typed("", DetailsForm.of(agreement), "", "");
        }

        Typed school(String typed) {
            return new Typed(typed, details, signedOn, name);
        }

        Typed details(DetailsForm typed) {
            return new Typed(uai, typed, signedOn, name);
        }

        Typed paper(String day, String who) {
            return new Typed(uai, details, day, who);
        }
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    @Override
    public String title() {
        return t("agreements.of", agreement.debtorName(), agreement.yearLabel());
    }

    @Override
    public String service() {
        return "town";
    }

    public Stage stage() {
        return agreement.stage(today);
    }

    /** « 2 x 45€ soit 90€ » */
    public String sum() {
        return Articles.sum(schools.size(), rate);
    }

    public String amount() {
        return Money.of((long) rate * schools.size());
    }

    public String howMany() {
        return count("agreements.schools", schools.size());
    }

    public String rateWords() {
        return t("agreements.rate", Money.of(rate));
    }

    public boolean isChecked() {
        return agreement.checkedAt() != null;
    }

    public boolean townMaySign() {
        return rights.signsForTown
                && AgreementPolicy.maySignForTown(agreement, schools.size())
                        == AgreementPolicy.Verdict.ALLOWED;
    }

    public boolean townMayBring() {
        return rights.prepares
                && AgreementPolicy.maySignForTown(agreement, schools.size())
                        == AgreementPolicy.Verdict.ALLOWED;
    }

    public boolean regionMaySign() {
        return rights.leads
                && AgreementPolicy.maySignForRegion(agreement) == AgreementPolicy.Verdict.ALLOWED;
    }

    public boolean hasClosedSchool() {
        return schools.stream().anyMatch(school -> school.closedAt() != null);
    }

    /** The address of pages that are kept. */
    public String path(Documents.Kept kept) {
        var name =
                switch (kept.kind()) {
                    case PROPOSED -> "signee";
                    case TOWN -> "commune";
                    case REGION -> "region";
                    case FINAL -> "convention";
                };
        return agreement.path() + "/" + name + "-" + agreement.reference() + ".pdf";
    }
}
