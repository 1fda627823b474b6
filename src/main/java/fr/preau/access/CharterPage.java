package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.util.List;

/** The charter in force: to read for adults, to hear for children. */
public record CharterPage(
        boolean child, int version, String html, List<Rule> rules, String then, Problems problems)
        implements Page {
    /** A rule of the children's charter: pictogram, recording, sentence. */
    public record Rule(String picture, String sound, String sentence) {}

    @Override
    public String title() {
        return t("access.charter.title");
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
    public boolean bare() {
        return true;
    }

    @Override
    public String say() {
        return child ? rules.getFirst().sentence() : "";
    }

    @Override
    public String sound() {
        return child ? rules.getFirst().sound() : "";
    }
}
