package fr.preau.notifications;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.time.Instant;
import java.util.List;

/** Whom letters do not reach any more, and what to do first. */
public record ReturnedPage(School school, List<School> schools, List<Row> rows) implements Page {
    public record School(long id, String name) {}

    /** {@code children}: those of this school; empty for its staff. */
    public record Row(String name, Instant bouncedAt, int code, String children) {}

    @Override
    public String title() {
        return t("notifications.returned.title");
    }

    @Override
    public String service() {
        return "accounts";
    }
}
