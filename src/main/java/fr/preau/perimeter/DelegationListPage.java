package fr.preau.perimeter;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has been entrusted: what runs today, then the history. */
public record DelegationListPage(boolean school, List<Row> rows) implements Page {
    public record Row(
            long id,
            Scope.Kind kind,
            String label,
            String place,
            String name,
            String grantedBy,
            Instant grantedAt,
            LocalDate endsOn,
            @Nullable Instant revokedAt,
            String revokedBy,
            boolean runs) {
        public String title() {
            return t(
                    "perimeter.scope." + kind,
                    place.isEmpty() ? label : t("perimeter.class-of", label, place));
        }
    }

    @Override
    public String title() {
        return t("perimeter.delegations");
    }

    @Override
    public String service() {
        return "accounts";
    }

    public String lead() {
        return t("perimeter.delegations." + (school ? "school" : "node"));
    }

    public List<Row> running() {
        return rows.stream().filter(Row::runs).toList();
    }

    public List<Row> ended() {
        return rows.stream().filter(row -> !row.runs()).toList();
    }
}
