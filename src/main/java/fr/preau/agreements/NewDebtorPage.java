package fr.preau.agreements;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;

/** Finds the commune for which somebody will pay. */
public record NewDebtorPage(String q, List<Debtors.Town> towns) implements Page {
    @Override
    public String title() {
        return t("agreements.debtor.new");
    }

    @Override
    public String service() {
        return "town";
    }
}
