package fr.preau.network;

import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a browser says that it measured: rates in kbit/s, times in milliseconds. Nobody vouches for
 * it, so it must be possible.
 */
public record TestForm(
        String run,
        String room,
        String down,
        String up,
        String latency,
        String page,
        String device) {
    static final int LONGEST_ROOM = 40;

    /** Ten gigabits: no school has more, and no browser measures it. */
    private static final int MOST_KBIT = 10_000_000;

    private static final int MOST_MS = 120_000;

    /** A test that has not asked for this much has measured nothing. */
    private static final int LEAST_BYTES = 50_000;

    public TestForm {
        run = typed(run);
        room = typed(room).replaceAll("\\p{Cntrl}", "");
        down = typed(down);
        up = typed(up);
        latency = typed(latency);
        page = typed(page);
        device = typed(device);
    }

    static final TestForm EMPTY = new TestForm("", "", "", "", "", "", "");

    private static String typed(@Nullable String words) {
        return words == null ? "" : words.strip();
    }

    boolean namesRoom() {
        return !room.isEmpty() && room.length() <= LONGEST_ROOM;
    }

    long runNumber() {
        return run.matches("\\d{1,18}") ? Long.parseLong(run) : 0;
    }

    /**
     * Whether these figures may come from this run: within what lines carry, after enough bytes,
     * and no slower than the time in which those bytes have gone by.
     */
    boolean isPlausible(LineRuns.Run begun, Duration lasted) {
        return Arrays.stream(DeviceKind.values()).anyMatch(one -> one.name().equals(device))
                && isWithin(down, 1, MOST_KBIT)
                && isWithin(up, 1, MOST_KBIT)
                && isWithin(latency, 0, MOST_MS)
                && isWithin(page, 1, MOST_MS)
                && isFastEnough(downKbit(), begun.downBytes(), lasted)
                && isFastEnough(upKbit(), begun.upBytes(), lasted);
    }

    /** The last and largest part is more than half of all: its rate is more than half the mean. */
    private static boolean isFastEnough(int kbit, int bytes, Duration lasted) {
        var ms = Math.max(1_000, lasted.toMillis());
        return bytes >= LEAST_BYTES && 2L * kbit * ms >= bytes * 8L;
    }

    private static boolean isWithin(String typed, int least, int most) {
        return typed.matches("\\d{1,8}")
                && Integer.parseInt(typed) >= least
                && Integer.parseInt(typed) <= most;
    }

    int downKbit() {
        return Integer.parseInt(down);
    }

    int upKbit() {
        return Integer.parseInt(up);
    }

    int latencyMs() {
        return Integer.parseInt(latency);
    }

    int pageMs() {
        return Integer.parseInt(page);
    }

    DeviceKind kind() {
        return DeviceKind.valueOf(device);
    }
}
