package fr.preau.liaison;

import fr.preau.web.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Those who had not signed were reminded: the lines of {@code note_guardian} whose {@code
 * reminded_at} is {@code at}. By nobody when it was the day before the deadline.
 */
public record NoteReminded(
        Long school,
        long note,
        @Nullable Long account,
        @Nullable Long person,
        int children,
        Instant at)
        implements Fact {
    @Override
    public String identity() {
        return "note-reminded " + note + " " + at;
    }

    @Override
    public String subject() {
        return "note " + note;
    }
}
