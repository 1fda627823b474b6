package fr.preau.sheets;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;

/** The groups for which somebody makes connection sheets. */
public record SheetsPage(List<SheetGroup> groups) implements Page {
    @Override
    public String title() {
        return t("sheets.title");
    }

    @Override
    public String service() {
        return "accounts";
    }
}
