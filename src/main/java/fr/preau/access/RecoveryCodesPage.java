package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;

/** Codes for a lost phone, shown this once. */
public record RecoveryCodesPage(List<String> codes) implements Page {
    @Override
    public String title() {
        return t("access.recovery.title");
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
