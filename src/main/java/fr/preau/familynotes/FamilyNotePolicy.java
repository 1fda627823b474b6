package fr.preau.familynotes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What may be written, answered and paused. Pure: it is handed the facts. */
final class FamilyNotePolicy {
    static final int MAX_TEXT = 1_000;
    static final int MAX_WHO = 120;
    static final int MAX_SENTENCE = 300;

    private FamilyNotePolicy() {}

    enum Sending {
        ALLOWED,
        READS_ONLY,
        PAUSED,
        NOBODY,
        TOO_MANY,
        TOO_MANY_PICK_UPS
    }

    /**
     * What a guardian has sent for one child: what still waits (a pick-up whose day is past no
     * longer does), the changes of pick-up of this day; and the most that may be of each.
     */
    record Sent(int waiting, int pickUps, int mostWaiting, int mostPickUps) {}

    /**
     * A change of pick-up always leaves: somebody waits for the child at the gate. Only a link
     * whose national code signs says who that is; any guardian may ask. Unanswered questions never
     * hold one back: only too many of its own kind in a day do.
     */
    static Sending maySend(Child child, Kind kind, Sent sent) {
        if (kind == Kind.PICK_UP && !child.signs()) return Sending.READS_ONLY;
        if (child.teachers() + child.directors() == 0) return Sending.NOBODY;
        if (kind == Kind.PICK_UP)
            return sent.pickUps() < sent.mostPickUps()
                    ? Sending.ALLOWED
                    : Sending.TOO_MANY_PICK_UPS;
        if (child.isPaused()) return Sending.PAUSED;
        return sent.waiting() < sent.mostWaiting() ? Sending.ALLOWED : Sending.TOO_MANY;
    }

    /** The direction reads changes of pick-up, and what nobody else would read. */
    static boolean goesToDirection(Child child, Kind kind) {
        return kind == Kind.PICK_UP || child.teachers() == 0;
    }

    /** Those who have paused are not told, as long as somebody else is. */
    static boolean isHeldBack(Child child) {
        return child.isPaused() && child.directors() > 0;
    }

    enum Day {
        ALLOWED,
        PAST,
        TOO_FAR
    }

    /** Today or later, within a year. */
    static Day mayLeave(LocalDate on, LocalDate today) {
        if (on.isBefore(today)) return Day.PAST;
        return on.isAfter(today.plusYears(1)) ? Day.TOO_FAR : Day.ALLOWED;
    }

    /** A pause ends on a later day, within a year. */
    static Day mayReopen(LocalDate on, LocalDate today) {
        return on.equals(today) ? Day.PAST : mayLeave(on, today);
    }

    enum Recalling {
        ALLOWED,
        ALREADY,
        ANSWERED
    }

    /** As long as nobody has answered. */
    static Recalling mayRecall(FamilyNote note) {
        if (note.isRecalled()) return Recalling.ALREADY;
        return note.isAnswered() ? Recalling.ANSWERED : Recalling.ALLOWED;
    }

    enum Answering {
        ALLOWED,
        RECALLED,
        NOTHING,
        EMPTY,
        TOO_LONG
    }

    static Answering mayAnswer(FamilyNote note, @Nullable Answer answer, String words) {
        if (note.isRecalled()) return Answering.RECALLED;
        if (answer == null) return Answering.NOTHING;
        if (answer == Answer.WORDS && words.isBlank()) return Answering.EMPTY;
        return FamilyNoteForm.length(words) > MAX_TEXT ? Answering.TOO_LONG : Answering.ALLOWED;
    }
}
