package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.util.List;

/** What joining two accounts does, and the ways to prove the other one. */
public record JoiningPage(
        String login, List<OffersDoor.Door> doors, String typed, Problems problems)
        implements Page {
    @Override
    public String title() {
        return t("access.joining.title");
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public String width() {
        return "narrow";
    }
}
