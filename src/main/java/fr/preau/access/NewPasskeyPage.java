package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;

/** Adds a passkey: {@code question} is what the browser asks the device, as JSON. */
public record NewPasskeyPage(String question, String name, Problems problems) implements Page {
    @Override
    public String title() {
        return t("access.passkey.add");
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
