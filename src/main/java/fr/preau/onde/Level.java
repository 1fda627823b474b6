package fr.preau.onde;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Levels and cycles as ONDE writes them, and their national codes. */
final class Level {
    private static final Map<String, String> CODES =
            Map.of(
                    "tps", "1110", "ps", "1111", "ms", "1112", "gs", "1113", "cp", "1121", "ce1",
                    "1122", "ce2", "1123", "cm1", "1124", "cm2", "1125");

    private Level() {}

    static @Nullable String code(String label) {
        return CODES.get(Plain.of(label));
    }

    /** « CYCLE II » → 2. */
    static @Nullable String cycle(String label) {
        return switch (Plain.of(label).replace("cycle", "")) {
            case "i", "1" -> "1";
            case "ii", "2" -> "2";
            case "iii", "3" -> "3";
            default -> null;
        };
    }
}
