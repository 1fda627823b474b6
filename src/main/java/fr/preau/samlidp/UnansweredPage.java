package fr.preau.samlidp;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;

/** A request that is not believed; the page does not say why, the operator's log does. */
public record UnansweredPage() implements Page {
    @Override
    public String title() {
        return t("samlidp.unanswered.title");
    }

    @Override
    public int status() {
        return 400;
    }

    @Override
    public boolean bare() {
        return true;
    }

    @Override
    public String width() {
        return "narrow";
    }
}
