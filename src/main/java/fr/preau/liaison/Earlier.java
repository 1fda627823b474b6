package fr.preau.liaison;

import fr.preau.web.Markdown;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a note said before a correction. */
public record Earlier(
        long id, String title, String body, @Nullable LocalDate deadline, Instant correctedAt) {
    public String bodyHtml() {
        return Markdown.html(body);
    }
}
