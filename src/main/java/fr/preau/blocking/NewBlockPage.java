package fr.preau.blocking;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import java.util.List;

/** Whom to block, among one profile of the school; what was typed and ticked is kept. */
public record NewBlockPage(
        long school,
        String schoolName,
        Profile profile,
        List<Person> people,
        boolean everybody,
        String reason,
        Problems problems)
        implements Page {
    public record Person(long id, String name, String place, boolean blocked, boolean ticked) {}

    @Override
    public String title() {
        return t("blocking.new." + profile);
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    @Override
    public String service() {
        return "accounts";
    }
}
