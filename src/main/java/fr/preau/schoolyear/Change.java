package fr.preau.schoolyear;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A change of year of a school; {@code year} is the new one: 2025 for 2025-2026. */
public record Change(
        long school,
        long id,
        int year,
        State state,
        Shown shown,
        @Nullable Instant appliedAt,
        @Nullable LocalDate undoUntil) {
    /** Undone, it may be rehearsed again; abandoned, it may not. */
    public enum State {
        REHEARSAL,
        APPLIED,
        UNDONE,
        ABANDONED
    }

    /** Who sees the rehearsal besides those who prepare it. */
    public enum Shown {
        NOBODY,
        STAFF,
        FAMILIES
    }

    /** « 2025-2026 ». */
    static String name(int year) {
        return year + "-" + (year + 1);
    }

    public String name() {
        return name(year);
    }

    public String nameBefore() {
        return name(year - 1);
    }
}
