package fr.preau.deliveries;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;

/** What waits in the drop folder, what is being read, and every reading before. */
public record DeliveriesPage(
        boolean decides,
        boolean watched,
        List<DropFolder.Entry> waiting,
        long wishes,
        List<Readings.Reading> readings,
        boolean more)
        implements Page {
    @Override
    public String title() {
        return t("deliveries.title");
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public String width() {
        return "wide";
    }

    public boolean anyRunning() {
        return wishes > 0 || readings.stream().anyMatch(Readings.Reading::runs);
    }

    public long last() {
        return readings.isEmpty() ? 0 : readings.getLast().id();
    }

    /** « 1,2 Go », « 340 ko » */
    public static String size(long bytes) {
        if (bytes >= 1L << 30)
            return t("deliveries.size.g", "%.1f".formatted(bytes / 1e9).replace('.', ','));
        if (bytes >= 1L << 20) return t("deliveries.size.m", bytes / 1_000_000);
        return t("deliveries.size.k", Math.max(1, bytes / 1000));
    }
}
