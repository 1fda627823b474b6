package fr.preau.generator;

import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chance, the same for the same seed: {@link Random} is specified to the bit, on every Java. */
final class Draw {
    private final Random random;

    /** The numbers say which place, day or purpose the chance is for. */
    Draw(long seed, long... purpose) {
        var mixed = mix(seed);
        for (var part : purpose) mixed = mix(mixed ^ part);
        this.random = new Random(mixed);
    }

    /** Neighbouring seeds must not give neighbouring chances (the finalizer of SplitMix64). */
    private static long mix(long value) {
        var z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean chance(double percent) {
        return random.nextDouble() * 100 < percent;
    }

    <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    void shuffle(List<?> all) {
        Collections.shuffle(all, random);
    }
}
