package fr.preau.sheets;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;

/** Those of a group, who has come, and the sheets that can be made. */
public record HoldersPage(SheetGroup group, List<Holder> holders) implements Page {
    public long waiting() {
        return holders.stream().filter(holder -> !holder.isActive() && holder.isGivenTo()).count();
    }

    @Override
    public String title() {
        return t("sheets.of", group.label());
    }

    @Override
    public String service() {
        return "accounts";
    }
}
