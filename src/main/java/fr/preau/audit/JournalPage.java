package fr.preau.audit;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.time.Instant;
import java.util.List;

/** The journal of a school, for those who direct or administer it. */
public record JournalPage(List<Row> rows) implements Page {
    public record Row(long id, Instant at, String action, String subject, String who) {}

    @Override
    public String title() {
        return t("audit.title");
    }

    @Override
    public String service() {
        return "accounts";
    }
}
