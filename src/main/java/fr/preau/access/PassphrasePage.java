package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.util.List;

/** Three proposals of three words; {@code kept} is shown once, just after it was chosen. */
public record PassphrasePage(
        PupilsPage.Row pupil, List<String> proposals, String kept, Problems problems)
        implements Page {
    @Override
    public String title() {
        return t("access.passphrase.title", pupil.firstName());
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
