package fr.preau.messages;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;

/** The signature being written. */
public record SignaturePage(String text, Problems problems) implements Page {
    @Override
    public String title() {
        return t("messages.signature");
    }

    @Override
    public String service() {
        return "messages";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }
}
