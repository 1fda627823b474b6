package fr.preau.notifications;

import static fr.preau.web.Wording.t;

import fr.preau.access.Addresses;
import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What reaches somebody by mail. {@code open}: letters leave this site; {@code awaited}: the
 * address that waits for its code; {@code typed}: what stands in the field.
 */
public record PreferencesPage(
        List<Line> lines,
        int hour,
        boolean open,
        Addresses.@Nullable Address address,
        @Nullable String awaited,
        String typed,
        Problems problems)
        implements Page {
    private static final int FIRST = 7;
    private static final int LAST = 21;

    public record Line(String matter, String cadence) {
        public String label() {
            return t("notifications.matter." + matter);
        }

        public String what() {
            return t("notifications.matter-text." + matter);
        }
    }

    @Override
    public String title() {
        return t("notifications.preferences.title");
    }

    @Override
    public String service() {
        return "messages";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public List<Cadence> cadences() {
        return List.of(Cadence.values());
    }

    public List<Integer> hours() {
        return IntStream.rangeClosed(FIRST, LAST).boxed().toList();
    }

    static Optional<Integer> hour(String typed) {
        return typed.matches("[0-9]{1,2}")
                ? Optional.of(Integer.valueOf(typed)).filter(h -> h >= FIRST && h <= LAST)
                : Optional.empty();
    }
}
