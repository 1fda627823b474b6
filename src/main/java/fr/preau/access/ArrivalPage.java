package fr.preau.access;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** « La classe arrive »: the QR while it lives, who is in, and the tablets of the class. */
public record ArrivalPage(
        long classId,
        String classLabel,
        @Nullable Open open,
        List<Tablet> tablets,
        int entered,
        int pupils)
        implements Page {
    public record Open(Qr.Drawing qr, String address, Instant until) {}

    public record Tablet(long id, String label, Instant pairedAt) {}

    public String path() {
        return "/pupils/classes/" + classId + "/arrival";
    }

    public String tabletPath(Tablet tablet) {
        return "/pupils/classes/" + classId + "/tablets/" + tablet.id();
    }

    @Override
    public String title() {
        return t("access.arrival.title", classLabel);
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public String width() {
        return "wide";
    }
}
