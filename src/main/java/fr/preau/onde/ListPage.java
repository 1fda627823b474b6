package fr.preau.onde;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;

/** Whom an import has created, changed or let go, on paper. */
public record ListPage(Upload upload, List<Someone> people) implements Page {
    public record Someone(String action, String kind, String name, String classes) {}

    @Override
    public String title() {
        return t("onde.list.title");
    }

    @Override
    public String service() {
        return "accounts";
    }

    public List<Someone> of(String kind, Action action) {
        return people.stream()
                .filter(p -> p.kind().equals(kind) && p.action().equals(action.name()))
                .toList();
    }
}
