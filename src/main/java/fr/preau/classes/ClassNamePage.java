package fr.preau.classes;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;

/** The name of a class, ours beside the one of ONDE. */
public record ClassNamePage(SchoolClass schoolClass, String label, Problems problems)
        implements Page {
    @Override
    public String title() {
        return t("classes.rename.title", schoolClass.label());
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
