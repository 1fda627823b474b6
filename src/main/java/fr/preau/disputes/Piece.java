package fr.preau.disputes;

import java.time.Instant;

/**
 * A file that a party filed with a step.
 *
 * @param size in bytes
 * @param disowned filed by mistake, says its party
 */
public record Piece(
        long id,
        long stepId,
        Party party,
        PieceKind kind,
        PieceType type,
        int size,
        String sha256,
        Instant filedAt,
        boolean disowned) {
    /** « 340 Ko » in whole kilobytes. */
    public int kilobytes() {
        return Math.max(1, Math.round(size / 1000f));
    }
}
