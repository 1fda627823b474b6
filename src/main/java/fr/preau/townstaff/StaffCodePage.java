package fr.preau.townstaff;

import static fr.preau.web.Wording.t;

import fr.preau.access.Keys.Key;
import fr.preau.web.Page;

/** The code that opens a colleague's account, shown this once. */
public record StaffCodePage(Colleague colleague, String login, Key key, String door)
        implements Page {
    @Override
    public String title() {
        return t("townstaff.code-for", colleague.name());
    }

    @Override
    public String service() {
        return "town";
    }

    @Override
    public String width() {
        return "narrow";
    }
}
