package fr.preau.proconnect;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.time.Instant;

/** What a link of invitation opens. */
public record InvitedPage(String town, String code, Instant until) implements Page {
    @Override
    public String title() {
        return t("proconnect.invited.title");
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
