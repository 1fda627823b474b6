package fr.preau.agreements;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who pays, as it is or as it is being registered.
 *
 * @param debtor null while it is not registered
 */
public record DebtorPage(
        @Nullable Debtor debtor,
        Debtors.Town town,
        DebtorForm form,
        int currentYear,
        Problems problems)
        implements Page {
    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    @Override
    public String title() {
        return debtor == null ? t("agreements.debtor.new") : debtor.name();
    }

    @Override
    public String service() {
        return "town";
    }

    public String action() {
        return debtor == null ? "/debtors" : debtor.path();
    }

    /** The school years for which a convention may be begun. */
    public List<Integer> years() {
        return List.of(currentYear - 1, currentYear, currentYear + 1);
    }
}
