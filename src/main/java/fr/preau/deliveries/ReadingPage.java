package fr.preau.deliveries;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;

/**
 * One reading: how far it is, what it brought, what it refused, and the decision that it waits for.
 */
public record ReadingPage(
        Readings.Reading reading,
        boolean decides,
        boolean warnings,
        List<Readings.Reject> rejects,
        boolean more)
        implements Page {
    @Override
    public String title() {
        return t("deliveries.reading.title", t("deliveries.academy." + reading.academy()));
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public String width() {
        return "wide";
    }

    /** {@code 20240902} as people write it; anything else as it is. */
    public static String day(String date) {
        return date.matches("\\d{8}")
                ? date.substring(6) + "/" + date.substring(4, 6) + "/" + date.substring(0, 4)
                : date;
    }

    public long last() {
        return rejects.isEmpty() ? 0 : rejects.getLast().row();
    }
}
