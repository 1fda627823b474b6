package fr.preau.notifications;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Visit;

/** What was told is for another of one's roles: one press wears it and goes there. */
public record OtherHatPage(Visit.Hat hat, String then) implements Page {
    @Override
    public String title() {
        return t("notifications.other-hat.title");
    }

    @Override
    public String service() {
        return "messages";
    }

    @Override
    public String width() {
        return "narrow";
    }
}
