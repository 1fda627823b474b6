package fr.preau.liaison;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A note in the hands of one guardian on behalf of one child. {@code others}: the names of the
 * other guardians who have signed; {@code draft}: an answer being written, as the browser sent it;
 * {@code gone}: the child has left the school, the note stays to be read and asks for nothing;
 * {@code onPaper}: signed on a coupon that the school has noted.
 */
public record Receipt(
        long child,
        String firstName,
        boolean signs,
        @Nullable Instant seenAt,
        @Nullable Instant signedAt,
        @Nullable String reply,
        @Nullable Instant repliedAt,
        int signers,
        int signatures,
        boolean complete,
        @Nullable String others,
        @Nullable String draft,
        boolean gone,
        boolean onPaper) {
    public boolean isToSign() {
        return signs && signedAt == null;
    }

    public boolean isSigned() {
        return signedAt != null;
    }
}
