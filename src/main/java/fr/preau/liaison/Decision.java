package fr.preau.liaison;

import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One version of what a guardian decided for a child; without a choice, the one before is taken
 * back. {@code recordedBy}: who of the school read it on paper. {@code content}: the words that the
 * seal stands for, gone when somebody was erased.
 */
public record Decision(
        long id,
        long child,
        String childName,
        long guardian,
        String signer,
        @Nullable Integer choice,
        @Nullable String label,
        @Nullable String condition,
        @Nullable String recordedBy,
        Instant at,
        @Nullable String content,
        byte[] contentHash,
        byte[] previous,
        byte[] seal) {
    public boolean isTakenBack() {
        return choice == null;
    }

    public String hashHex() {
        return hex(contentHash);
    }

    public String previousHex() {
        return hex(previous);
    }

    public String sealHex() {
        return hex(seal);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
