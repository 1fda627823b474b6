package fr.preau.perimeter;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.LocalDate;
import java.util.List;

/** A delegation being given. */
public record DelegationPage(
        DelegationForm form,
        List<Scope> scopes,
        List<Candidate> candidates,
        boolean school,
        LocalDate today,
        Problems problems)
        implements Page {
    @Override
    public String title() {
        return t("perimeter.entrust");
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public LocalDate lastDay() {
        return DelegationPolicy.endOfSchoolYear(today);
    }

    /** Somebody who teaches in two schools of the same director is offered once. */
    public List<Candidate> people() {
        return candidates.stream()
                .filter(one ->
                        candidates.stream()
                                        .filter(other -> other.person() == one.person())
                                        .findFirst()
                                        .orElseThrow()
                                == one)
                .toList();
    }

    public boolean isChosen(Candidate candidate) {
        return form.person().equals(Long.toString(candidate.person()));
    }
}
