package fr.preau.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** The times of one kind of work, round after round. */
final class Series {
    private final String name;
    private final List<Double> seconds = new ArrayList<>();

    Series(String name) {
        this.name = name;
    }

    /** Does the work once; its time counts unless the round is for warming up. */
    void measure(boolean counts, Callable<?> work) throws Exception {
        var from = System.nanoTime();
        work.call();
        var took = (System.nanoTime() - from) / 1e9;
        System.out.printf(
                Locale.ROOT, "  %s%s: %.2f s%n", name, counts ? "" : " (warming up)", took);
        if (counts) seconds.add(took);
    }

    double median() {
        var sorted = seconds.stream().sorted().toList();
        var half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    String row() {
        var sorted = seconds.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "| %s | %.2f s | %.2f s | %.2f s |%n",
                name,
                median(),
                sorted.getFirst(),
                sorted.getLast());
    }

    static String ratio(Series part, Series whole) {
        return String.format(Locale.ROOT, "%.3f", part.median() / whole.median());
    }
}
