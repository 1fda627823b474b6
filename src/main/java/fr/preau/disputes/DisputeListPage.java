package fr.preau.disputes;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The procedures that run, or those that are over.
 *
 * @param next the number before which there are more; null when there are none
 */
public record DisputeListPage(List<Row> rows, boolean over, @Nullable Long next, boolean opens)
        implements Page {
    /**
     * @param awaited the next day that somebody waits for; null when nobody does
     */
    public record Row(
            String path,
            String debtor,
            String reference,
            int year,
            Party opener,
            Phase phase,
            @Nullable Deadline awaited) {
        public String convention() {
            return t("disputes.convention", reference, year, year + 1);
        }
    }

    static DisputeListPage of(
            List<Disputes.Listed> shown,
            Map<Long, List<Step>> steps,
            boolean over,
            boolean more,
            boolean opens,
            LocalDate today) {
        var rows = shown.stream().map(one -> row(one, steps, today)).toList();
        return new DisputeListPage(rows, over, more ? shown.getLast().dispute().id() : null, opens);
    }

    private static Row row(Disputes.Listed one, Map<Long, List<Step>> steps, LocalDate today) {
        var course =
                new Course(
                        one.dispute(),
                        steps.getOrDefault(one.dispute().id(), List.of()),
                        new Course.Convention(one.inForce(), one.effectOn(), one.endsOn()));
        return new Row(
                one.dispute().path(),
                one.debtor(),
                one.reference(),
                one.year(),
                one.dispute().opener(),
                course.phase(today),
                course.awaited(today).stream().findFirst().orElse(null));
    }

    @Override
    public String title() {
        return t("disputes.title");
    }

    @Override
    public String service() {
        return "town";
    }
}
