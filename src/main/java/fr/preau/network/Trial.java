package fr.preau.network;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One moment of testing: what all devices got that ended within a minute of each other, together. A
 * tablet alone says what one child gets; ten at once say what the line carries.
 */
public record Trial(List<LineTest> tests) {
    private static final Duration AT_ONCE = Duration.ofSeconds(60);

    /**
     * @param tests the latest first
     */
    static List<Trial> of(List<LineTest> tests) {
        var trials = new ArrayList<List<LineTest>>();
        for (var test : tests) {
            var last = trials.isEmpty() ? null : trials.getLast();
            if (last != null && !test.at().plus(AT_ONCE).isBefore(last.getFirst().at()))
                last.add(test);
            else trials.add(new ArrayList<>(List.of(test)));
        }
        return trials.stream().map(Trial::new).toList();
    }

    public Instant at() {
        return tests.getFirst().at();
    }

    public int devices() {
        return tests.size();
    }

    public int downKbit() {
        return sum(tests.stream().mapToLong(LineTest::downKbit).sum());
    }

    public int upKbit() {
        return sum(tests.stream().mapToLong(LineTest::upKbit).sum());
    }

    private static int sum(long kbit) {
        return (int) Math.min(kbit, Integer.MAX_VALUE);
    }

    /** What the least lucky of them waited for. */
    public int latencyMs() {
        return tests.stream().mapToInt(LineTest::latencyMs).max().orElse(0);
    }

    public int pageMs() {
        return tests.stream().mapToInt(LineTest::pageMs).max().orElse(0);
    }

    public String rooms() {
        return tests.stream().map(LineTest::room).distinct().collect(Collectors.joining(", "));
    }

    public String deviceKinds() {
        return tests.stream()
                .map(LineTest::device)
                .distinct()
                .map(DeviceKind::label)
                .collect(Collectors.joining(", "));
    }
}
