package fr.preau.departures;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The accounts of a school that end by themselves: those of today, to come, and just ended. */
public record TemporaryAccountsPage(
        List<Row> rows, LocalDate today, Problems problems, String typed) implements Page {
    public record Row(
            long person,
            String firstName,
            String lastName,
            String kind,
            long school,
            String schoolName,
            @Nullable LocalDate startsOn,
            LocalDate endsOn,
            @Nullable String classes,
            String login,
            boolean activated) {
        public String name() {
            return firstName + " " + lastName;
        }

        public boolean hasEnded(LocalDate today) {
            return endsOn.isBefore(today);
        }

        public boolean isToCome(LocalDate today) {
            return startsOn != null && startsOn.isAfter(today);
        }
    }

    public List<Row> open() {
        return rows.stream().filter(row -> !row.hasEnded(today)).toList();
    }

    public List<Row> ended() {
        return rows.stream().filter(row -> row.hasEnded(today)).toList();
    }

    @Override
    public String title() {
        return t("departures.temporary.title");
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }
}
