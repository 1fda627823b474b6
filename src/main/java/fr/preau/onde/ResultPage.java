package fr.preau.onde;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;
import java.util.Map;

/** What an import has done, or that it was given up: counts, no name. */
public record ResultPage(Upload upload, Map<String, Long> counts, boolean printable)
        implements Page {
    @Override
    public String title() {
        return t("onde.state." + upload.state());
    }

    @Override
    public String service() {
        return "accounts";
    }

    public List<Tally> tallies() {
        return Tally.of((kind, action) -> counts.getOrDefault(kind + "." + action, 0L));
    }
}
