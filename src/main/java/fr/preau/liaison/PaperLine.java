package fr.preau.liaison;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A guardian who may sign for a child, as whoever holds the papers sees it. {@code reached}:
 * somebody of the family is online; {@code active}: this guardian is; {@code awaited}: the note
 * still needs this signature; {@code notedBy}: who noted that it was signed on paper.
 */
public record PaperLine(
        long child,
        String childName,
        String firstName,
        @Nullable String classLabel,
        long guardian,
        String name,
        boolean reached,
        boolean active,
        boolean awaited,
        @Nullable Instant handedAt,
        @Nullable Instant signedAt,
        @Nullable String notedBy) {
    /** What a box of the list carries: {@code child-guardian}. */
    public String key() {
        return child + "-" + guardian;
    }

    public boolean isSigned() {
        return signedAt != null;
    }

    public boolean isOnPaper() {
        return notedBy != null;
    }

    /** Paper is for those who never come. */
    public boolean needsPaper() {
        return awaited && !active;
    }

    /** Ticked from the start: nobody of the family would learn of the note, or each must sign. */
    public boolean isUrgent(Rule rule) {
        return needsPaper() && handedAt == null && (!reached || rule == Rule.BOTH);
    }
}
