package fr.preau.duplicates;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;
import java.util.stream.Collectors;

/** Who may be twice in the schools of an administrator, the most likely first. */
public record DuplicateListPage(List<Row> rows) implements Page {
    public record Row(
            long id,
            String schoolName,
            String profile,
            int score,
            List<String> reasons,
            String firstName,
            String secondName) {
        public String why() {
            return said(reasons);
        }

        public String likely() {
            return likelihood(score);
        }

        public String title() {
            return firstName.equals(secondName)
                    ? t("duplicates.twice", firstName)
                    : t("duplicates.both", firstName, secondName);
        }
    }

    static String said(List<String> reasons) {
        return reasons.stream()
                .map(reason -> t("duplicates.reason." + reason))
                .collect(Collectors.joining(", "));
    }

    static String likelihood(int score) {
        return t(
                "duplicates.likely."
                        + (score >= 90 ? "almost" : score >= 75 ? "probable" : "possible"));
    }

    @Override
    public String title() {
        return t("duplicates.title");
    }

    @Override
    public String service() {
        return "accounts";
    }

    public boolean isCut() {
        return rows.size() >= Pairs.SHOWN;
    }
}
