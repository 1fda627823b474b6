package fr.preau.agreements;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;

/** Those who pay, by name or SIRET; at most fifty. */
public record DebtorListPage(String q, List<Debtor> found) implements Page {
    private static final int SHOWN = 50;

    public List<Debtor> shown() {
        return found.size() > SHOWN ? found.subList(0, SHOWN) : found;
    }

    public boolean hasMore() {
        return found.size() > SHOWN;
    }

    @Override
    public String title() {
        return t("agreements.debtors");
    }

    @Override
    public String service() {
        return "town";
    }
}
