package fr.preau.duplicates;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.util.List;

/** Two persons side by side: what differs, what each carries, and which one stays. */
public record DuplicatePage(
        long pair,
        String schoolName,
        String profile,
        int score,
        List<String> reasons,
        List<Side> sides,
        long kept,
        boolean further,
        Problems problems)
        implements Page {
    /** One line of the comparison. */
    public record Line(String field, String first, String second) {
        public String label() {
            return t("duplicates.field." + field);
        }

        public boolean differs() {
            return !first.equals(second);
        }
    }

    @Override
    public String title() {
        return t("duplicates.compare.title");
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public String width() {
        return "wide";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public String why() {
        return DuplicateListPage.said(reasons);
    }

    public String likely() {
        return DuplicateListPage.likelihood(score);
    }

    public Side first() {
        return sides.getFirst();
    }

    public Side second() {
        return sides.getLast();
    }

    public List<Line> lines() {
        return fields().stream()
                .map(field -> new Line(field, first().said(field), second().said(field)))
                .toList();
    }

    private List<String> fields() {
        return switch (profile) {
            case "PUPIL" ->
                    List.of(
                            "first",
                            "last",
                            "birth",
                            "ine",
                            "classes",
                            "guardians",
                            "account",
                            "notes",
                            "source");
            case "GUARDIAN" ->
                    List.of(
                            "first",
                            "last",
                            "email",
                            "phone",
                            "children",
                            "account",
                            "notes",
                            "source");
            default ->
                    List.of(
                            "first", "last", "email", "phone", "teaches", "account", "notes",
                            "source");
        };
    }
}
