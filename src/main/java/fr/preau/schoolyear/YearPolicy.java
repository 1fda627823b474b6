package fr.preau.schoolyear;

import java.time.LocalDate;
import java.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * Which year it is, and who may rehearse, see, apply and undo a change. Pure: it is handed the
 * facts and returns a verdict.
 */
final class YearPolicy {
    static final int MAX_LABEL = 40;

    private YearPolicy() {}

    /** The year begins in August: 2024 from 1 August 2024 to 31 July 2025. */
    static int calendarYear(LocalDate today) {
        return today.getMonth().compareTo(Month.AUGUST) >= 0
                ? today.getYear()
                : today.getYear() - 1;
    }

    /**
     * The year that a school is in. From August on, seats that are mostly older than August say
     * that the school has not changed yet.
     */
    static int currentYear(SchoolYears.Signs signs, LocalDate today) {
        var calendar = calendarYear(today);
        var late =
                today.getMonth().compareTo(Month.AUGUST) >= 0
                        && signs.dated() > 0
                        && signs.fresh() * 2 <= signs.dated();
        return Math.max(signs.recorded(), late ? calendar - 1 : calendar);
    }

    /** The first day of the new year, the same for every seat. */
    static LocalDate firstDay(int year) {
        return LocalDate.of(year, Month.SEPTEMBER, 1);
    }

    enum Opening {
        ALLOWED,
        ALREADY_OPEN,
        STILL_UNDOABLE
    }

    /** One rehearsal at a time, and none while the last change may still be undone. */
    static Opening mayOpen(@Nullable Change last, LocalDate today) {
        if (last == null) return Opening.ALLOWED;
        if (last.state() == Change.State.REHEARSAL) return Opening.ALREADY_OPEN;
        return mayUndo(last, today) == Undoing.ALLOWED ? Opening.STILL_UNDOABLE : Opening.ALLOWED;
    }

    enum Applying {
        ALLOWED,
        NOT_OPEN,
        OVERTAKEN,
        NO_CLASS,
        UNPLACED,
        EARLY
    }

    /** What the person who applies has ticked. */
    record Ticks(boolean unplaced, boolean early) {}

    /**
     * Not twice, not what the feed has done already; pupils without a place and a date in winter
     * are ticked.
     */
    static Applying mayApply(
            Change change, int current, Plan.Numbers numbers, Ticks ticks, LocalDate today) {
        if (change.state() != Change.State.REHEARSAL) return Applying.NOT_OPEN;
        if (current >= change.year()) return Applying.OVERTAKEN;
        if (numbers.made() == 0) return Applying.NO_CLASS;
        if (numbers.unplaced() > 0 && !ticks.unplaced()) return Applying.UNPLACED;
        return isEarly(change.year(), today) && !ticks.early() ? Applying.EARLY : Applying.ALLOWED;
    }

    /** Before June, a change is unusual: the feed's seats are left alone from there to August. */
    static boolean isEarly(int year, LocalDate today) {
        return today.isBefore(LocalDate.of(year, Month.JUNE, 1));
    }

    enum Undoing {
        ALLOWED,
        NOT_APPLIED,
        TOO_LATE
    }

    /** Until its last day, that day included. */
    static Undoing mayUndo(Change change, LocalDate today) {
        if (change.state() != Change.State.APPLIED || change.undoUntil() == null)
            return Undoing.NOT_APPLIED;
        return today.isAfter(change.undoUntil()) ? Undoing.TOO_LATE : Undoing.ALLOWED;
    }

    enum Naming {
        ALLOWED,
        EMPTY,
        TOO_LONG,
        TAKEN
    }

    static Naming mayName(String label, boolean taken) {
        if (label.isBlank()) return Naming.EMPTY;
        if (label.codePointCount(0, label.length()) > MAX_LABEL) return Naming.TOO_LONG;
        return taken ? Naming.TAKEN : Naming.ALLOWED;
    }
}
