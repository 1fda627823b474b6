package fr.preau.departures;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who has left a school, for how long their account may still be opened, and what was erased. */
public record DeparturesPage(List<Row> rows, List<Erased> erased, LocalDate today, boolean several)
        implements Page {
    /** {@code soon}: never activated, erased at the next occasion. */
    public record Row(
            long school,
            String schoolName,
            long person,
            String firstName,
            String lastName,
            String profile,
            Instant departedAt,
            LocalDate erasesOn,
            @Nullable String place,
            boolean activated,
            boolean soon,
            boolean alone) {
        public String name() {
            return firstName + " " + lastName;
        }

        /** « CP A », « Parent de Jade ». */
        public String where() {
            if (place == null) return "";
            return profile.equals("GUARDIAN") ? t("departures.parent-of", place) : place;
        }

        public String countdown(LocalDate today) {
            if (soon) return t("departures.soon");
            return count(
                    "departures.days", (int) Math.max(0, ChronoUnit.DAYS.between(today, erasesOn)));
        }

        /** The last two weeks are for those who hesitate. */
        public boolean isNear(LocalDate today) {
            return soon || erasesOn.isBefore(today.plusDays(15));
        }
    }

    public record Erased(Instant at, String rule, String profile, int persons) {
        public String sentence() {
            return count("departures.erased." + profile, persons);
        }
    }

    public Map<String, List<Row>> byProfile() {
        return rows.stream()
                .collect(
                        Collectors.groupingBy(
                                Row::profile, LinkedHashMap::new, Collectors.toList()));
    }

    @Override
    public String title() {
        return t("departures.title");
    }

    @Override
    public String service() {
        return "accounts";
    }
}
