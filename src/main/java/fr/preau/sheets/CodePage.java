package fr.preau.sheets;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;

/** A new code for one person, shown this once. */
public record CodePage(SheetGroup group, Sheet sheet) implements Page {
    @Override
    public String title() {
        return t("sheets.code-for", sheet.holder().name());
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
