package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.util.List;

/** A teacher chooses a child's four pictures, from a proposal drawn by lot. */
public record PicturesPage(PupilsPage.Row pupil, List<String> code, Problems problems)
        implements Page {
    @Override
    public String title() {
        return t("access.pictures.title", pupil.firstName());
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
