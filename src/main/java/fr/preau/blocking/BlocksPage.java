package fr.preau.blocking;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;

/** What a school has blocked, in force and lifted. */
public record BlocksPage(List<School> schools) implements Page {
    public record School(long id, String name, List<Block> blocks) {}

    @Override
    public String title() {
        return t("blocking.title");
    }

    @Override
    public String service() {
        return "accounts";
    }
}
