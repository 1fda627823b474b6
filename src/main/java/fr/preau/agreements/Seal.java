package fr.preau.agreements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * A signature that was given: here, after a fresh proof of who signs, or on paper that was brought.
 * Sealed with the one before; not a qualified signature, and not called one.
 */
public record Seal(
        Party party,
        Way way,
        String signerName,
        String signerTitle,
        LocalDate signedOn,
        Instant at,
        int edition,
        byte[] document,
        byte[] seal,
        boolean fits) {
    public enum Party {
        TOWN,
        REGION
    }

    public enum Way {
        HERE,
        PAPER
    }

    /** SHA-256 of the pages that were signed. */
    public String documentHex() {
        return HexFormat.of().formatHex(document);
    }

    public String hex() {
        return HexFormat.of().formatHex(seal);
    }
}
