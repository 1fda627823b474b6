package fr.preau.liaison;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A note as sent, with its last words. {@code voiced}: its author also says it aloud; {@code
 * authorises}: it asks families to choose an answer, a signature is not enough.
 */
public record Note(
        long school,
        String schoolName,
        @Nullable String city,
        long id,
        long authorId,
        String author,
        String title,
        String body,
        Category category,
        Rule rule,
        boolean repliesOpen,
        @Nullable LocalDate deadline,
        String audience,
        Instant sentAt,
        @Nullable Instant correctedAt,
        boolean voiced,
        Instant toldAt,
        boolean authorises,
        boolean urgent) {
    String topic() {
        return "note-" + id;
    }

    String path() {
        return "/liaison/" + id;
    }
}
