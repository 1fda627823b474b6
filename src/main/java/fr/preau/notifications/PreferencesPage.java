package fr.preau.notifications;

import static fr.preau.web.Wording.t;

import fr.preau.access.Addresses;
import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What reaches somebody by mail and on their devices. {@code open}: letters leave this site; {@code
 * awaited}: the address that waits for its code; {@code typed}: what stands in the field.
 */
public record PreferencesPage(
        List<Line> lines,
        When when,
        Devices devices,
        boolean open,
        Addresses.@Nullable Address address,
        @Nullable String awaited,
        String typed,
        Problems problems)
        implements Page {
    private static final int FIRST = 7;
    private static final int LAST = 21;

    /** The hour of the evening letter, and the day of the week whose letter tells the week. */
    public record When(int hour, int day) {}

    /**
     * Where somebody is told beside letters. {@code open}: this site writes to devices; {@code
     * key}: what this browser needs to ask with, empty where it may not.
     */
    public record Devices(boolean open, String key, List<Device> rows) {
        public boolean here() {
            return rows.stream().anyMatch(Device::here);
        }
    }

    public record Device(long id, String name, Instant madeAt, boolean here) {}

    /** One matter, by each channel what is chosen for it or usual. */
    public record Line(String matter, String mail, String push) {
        public String chosen(Channel channel) {
            return channel == Channel.PUSH ? push : mail;
        }

        public String field(Channel channel) {
            return channel == Channel.PUSH ? matter + "-PUSH" : matter;
        }

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

    /** Those that reach somebody: devices once there are some. */
    public List<Channel> channels() {
        return devices.rows().isEmpty() ? List.of(Channel.MAIL) : List.of(Channel.values());
    }

    public List<Cadence> cadences() {
        return List.of(Cadence.values());
    }

    public List<Integer> hours() {
        return IntStream.rangeClosed(FIRST, LAST).boxed().toList();
    }

    public List<DayOfWeek> days() {
        return List.of(DayOfWeek.values());
    }

    static Optional<Integer> hour(String typed) {
        return number(typed).filter(hour -> hour >= FIRST && hour <= LAST);
    }

    static Optional<Integer> day(String typed) {
        return number(typed).filter(day -> day >= 1 && day <= DayOfWeek.values().length);
    }

    private static Optional<Integer> number(String typed) {
        return typed.matches("[0-9]{1,2}") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
    }
}
