package fr.preau.onde;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.util.List;

/** Where a director brings the files, and the imports so far. */
public record OndePage(
        List<SchoolChoice> schools, long chosen, List<Upload> latest, Problems problems)
        implements Page {
    /** A school to bring files for. */
    public record SchoolChoice(long id, String name) {}

    @Override
    public String title() {
        return t("onde.title");
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }
}
