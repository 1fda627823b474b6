package fr.preau.classes;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What may be done to a class that the actor may arrange. Pure: it is handed the facts and returns
 * a verdict.
 */
final class ClassesPolicy {
    static final int MAX_NAME = 60;
    static final Duration UNDONE_WITHIN = Duration.ofMinutes(10);

    private ClassesPolicy() {}

    enum Attaching {
        ALLOWED,
        NOBODY,
        NOT_OF_THE_SCHOOL,
        BACKWARDS,
        PAST
    }

    /** Teachers of the school, for dates in order that are not over. */
    static Attaching mayAttach(
            Collection<Long> chosen,
            Collection<Long> colleagues,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            LocalDate today) {
        if (chosen.isEmpty()) return Attaching.NOBODY;
        if (!colleagues.containsAll(chosen)) return Attaching.NOT_OF_THE_SCHOOL;
        if (until == null) return Attaching.ALLOWED;
        if (from != null && until.isBefore(from)) return Attaching.BACKWARDS;
        return until.isBefore(today) ? Attaching.PAST : Attaching.ALLOWED;
    }

    enum Placing {
        ALLOWED,
        NOWHERE,
        ALREADY,
        NEEDS_CLASS
    }

    /** A group never takes the place of a class. */
    static Placing mayPlace(@Nullable SchoolClass to, boolean seated, boolean moves) {
        if (to == null) return Placing.NOWHERE;
        if (seated) return Placing.ALREADY;
        return moves && to.isGroup() ? Placing.NEEDS_CLASS : Placing.ALLOWED;
    }

    enum Removing {
        ALLOWED,
        NOT_THERE,
        GIVEN
    }

    /** The feed's seats in a group are taken back in ONDE; those in a class are refused here. */
    static Removing mayRemove(SchoolClass from, PupilSeatsPage.@Nullable Seat seat) {
        if (seat == null || seat.refused()) return Removing.NOT_THERE;
        return from.isGroup() && !seat.source().equals("LOCAL") ? Removing.GIVEN : Removing.ALLOWED;
    }

    enum Naming {
        ALLOWED,
        EMPTY,
        TOO_LONG,
        TAKEN
    }

    /** Short, and different from the school's other classes, accents and capitals aside. */
    static Naming mayName(String name, Collection<String> others) {
        if (name.isBlank()) return Naming.EMPTY;
        if (name.codePointCount(0, name.length()) > MAX_NAME) return Naming.TOO_LONG;
        return others.stream().anyMatch(other -> plain(other).equals(plain(name)))
                ? Naming.TAKEN
                : Naming.ALLOWED;
    }

    private static String plain(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    enum Undoing {
        ALLOWED,
        NOT_YOURS,
        DONE,
        TOO_LATE,
        FOLLOWED
    }

    /** Whoever did it, soon after, when nothing has been built on it. */
    static Undoing mayUndo(long person, ClassChanges.Past past, Instant now) {
        if (past.by() != person) return Undoing.NOT_YOURS;
        if (past.undone()) return Undoing.DONE;
        if (past.at().plus(UNDONE_WITHIN).isBefore(now)) return Undoing.TOO_LATE;
        return past.followed() ? Undoing.FOLLOWED : Undoing.ALLOWED;
    }
}
