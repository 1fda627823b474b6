package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.LocalDate;
import java.util.List;

/** The cards of a class, eight on an A4 sheet; empty before they are made. */
public record CardsPage(
        long classId,
        String classLabel,
        int pupils,
        LocalDate today,
        LocalDate until,
        List<Card> cards,
        Problems problems)
        implements Page {
    public record Card(
            String name,
            String classLabel,
            String avatar,
            long colour,
            Qr.Drawing qr,
            String address) {}

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    @Override
    public String title() {
        return t("access.cards.title", classLabel);
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public String width() {
        return "wide";
    }
}
