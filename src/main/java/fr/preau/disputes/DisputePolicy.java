package fr.preau.disputes;

import fr.preau.agreements.Agreement;
import fr.preau.agreements.Stage;
import java.time.LocalDate;

/** What a party may do, and when (article 11). Facts in, verdict out. */
final class DisputePolicy {
    private DisputePolicy() {}

    enum Verdict {
        ALLOWED,
        /** No convention in force. */
        NOT_IN_FORCE,
        /** The procedure is over. */
        CLOSED,
        /** Done already. */
        ALREADY,
        /** The other party's to do. */
        WRONG_PARTY,
        /** Something comes before. */
        NOT_YET,
        /** What follows has begun. */
        TOO_LATE,
        /** The time for conciliation has not passed, and it has not failed. */
        MONTH_RUNS,
        /** It was held: what came of it is to be said first. */
        NOT_FAILED,
        /** Nobody met: time, or the other party, says that it failed. */
        NOT_HELD,
        /** The court is not to be seised yet. */
        COURT_LATER,
        IN_FUTURE,
        BEFORE_LAST,
        /** Entered on another day, or something followed. */
        NOT_TODAY
    }

    /** Either party opens, on a signed convention that holds today. */
    static Verdict mayOpen(Agreement agreement, LocalDate day, LocalDate today) {
        var effect = agreement.effectOn();
        if (effect == null || agreement.stage(today) != Stage.IN_FORCE) return Verdict.NOT_IN_FORCE;
        if (day.isAfter(today)) return Verdict.IN_FUTURE;
        return day.isBefore(effect) ? Verdict.BEFORE_LAST : Verdict.ALLOWED;
    }

    /** Whether this party may add a step of this kind today, whatever its day. */
    static Verdict may(StepKind kind, Party party, Course course, LocalDate today) {
        if (course.isClosed()) return Verdict.CLOSED;
        return switch (kind) {
            case OPENED, TERMINATED, TAKEN_BACK -> Verdict.WRONG_PARTY;
            case FIRST_LETTER -> once(kind, party, course);
            case FIRST_RECEIPT -> after(StepKind.FIRST_LETTER, kind, party, course);
            case PROPOSED -> mayPropose(course);
            case HELD -> mayHold(course);
            case FAILED -> mayFail(party, course);
            case REASONS -> mayGiveReasons(party, course, today);
            case SECOND_LETTER -> maySendSecond(party, course);
            case SECOND_RECEIPT -> after(StepKind.SECOND_LETTER, kind, party, course);
            case OFFER -> Verdict.ALLOWED;
            case AGREED -> mayAgree(party, course);
            case WITHDRAWN -> mayWithdraw(party, course);
            case COURT -> maySeise(course, today);
        };
    }

    /** The opener's, once. */
    private static Verdict once(StepKind kind, Party party, Course course) {
        if (party != course.dispute().opener()) return Verdict.WRONG_PARTY;
        return course.has(kind) ? Verdict.ALREADY : Verdict.ALLOWED;
    }

    private static Verdict after(StepKind before, StepKind kind, Party party, Course course) {
        var once = once(kind, party, course);
        if (once != Verdict.ALLOWED) return once;
        return course.has(before) ? Verdict.ALLOWED : Verdict.NOT_YET;
    }

    /** The most diligent party proposes; a day that does not suit is answered by another. */
    private static Verdict mayPropose(Course course) {
        if (!course.has(StepKind.FIRST_LETTER)) return Verdict.NOT_YET;
        if (course.has(StepKind.HELD)) return Verdict.ALREADY;
        return hasEnded(course) ? Verdict.TOO_LATE : Verdict.ALLOWED;
    }

    private static Verdict mayHold(Course course) {
        return mayPropose(course);
    }

    /** A conciliation, however it went, is over. */
    private static boolean hasEnded(Course course) {
        return course.has(StepKind.FAILED) || course.has(StepKind.REASONS);
    }

    /** Whoever proposed a conciliation cannot say alone that it failed: nobody has met yet. */
    private static Verdict mayFail(Party party, Course course) {
        if (course.has(StepKind.FAILED)) return Verdict.ALREADY;
        if (course.has(StepKind.REASONS)) return Verdict.TOO_LATE;
        if (course.has(StepKind.HELD)) return Verdict.ALLOWED;
        var proposed = course.last(StepKind.PROPOSED);
        if (proposed.isEmpty()) return Verdict.NOT_YET;
        return proposed.get().party() == party ? Verdict.NOT_HELD : Verdict.ALLOWED;
    }

    private static Verdict mayGiveReasons(Party party, Course course, LocalDate today) {
        var after = after(StepKind.FIRST_LETTER, StepKind.REASONS, party, course);
        if (after != Verdict.ALLOWED) return after;
        if (!course.convention().inForce()) return Verdict.NOT_IN_FORCE;
        if (course.has(StepKind.FAILED)) return Verdict.ALLOWED;
        if (course.has(StepKind.HELD)) return Verdict.NOT_FAILED;
        return hasPassed(course, today) ? Verdict.ALLOWED : Verdict.MONTH_RUNS;
    }

    private static boolean hasPassed(Course course, LocalDate day) {
        return course.conciliationUntil().filter(day::isAfter).isPresent();
    }

    private static Verdict maySendSecond(Party party, Course course) {
        var after = after(StepKind.REASONS, StepKind.SECOND_LETTER, party, course);
        if (after != Verdict.ALLOWED) return after;
        return course.convention().inForce() ? Verdict.ALLOWED : Verdict.NOT_IN_FORCE;
    }

    /** Two agree: a text of one becomes an agreement by the other. */
    private static Verdict mayAgree(Party party, Course course) {
        var offer = course.last(StepKind.OFFER);
        if (offer.isEmpty()) return Verdict.NOT_YET;
        return offer.get().party() == party ? Verdict.WRONG_PARTY : Verdict.ALLOWED;
    }

    private static Verdict mayWithdraw(Party party, Course course) {
        var once = once(StepKind.WITHDRAWN, party, course);
        if (once != Verdict.ALLOWED) return once;
        return course.has(StepKind.TERMINATED) ? Verdict.TOO_LATE : Verdict.ALLOWED;
    }

    private static Verdict maySeise(Course course, LocalDate today) {
        if (course.has(StepKind.COURT)) return Verdict.ALREADY;
        var until = course.agreementUntil();
        if (until.isEmpty()) return Verdict.NOT_YET;
        return today.isAfter(until.get()) ? Verdict.ALLOWED : Verdict.COURT_LATER;
    }

    /** The same, of what happened on this day. */
    static Verdict may(StepKind kind, LocalDate day, Party party, Course course, LocalDate today) {
        var verdict = may(kind, party, course, today);
        if (verdict != Verdict.ALLOWED) return verdict;
        if (day.isAfter(today)) return Verdict.IN_FUTURE;
        if (day.isBefore(earliest(kind, course))) return Verdict.BEFORE_LAST;
        return switch (kind) {
            case REASONS -> mayGiveReasons(party, course, day);
            case COURT -> maySeise(course, day);
            default -> Verdict.ALLOWED;
        };
    }

    /** A letter is received after it was sent, whatever was done meanwhile. */
    static LocalDate earliest(StepKind kind, Course course) {
        return switch (kind) {
            case FIRST_RECEIPT -> sent(StepKind.FIRST_LETTER, course);
            case SECOND_RECEIPT -> sent(StepKind.SECOND_LETTER, course);
            default -> course.latestDay();
        };
    }

    private static LocalDate sent(StepKind letter, Course course) {
        return course.last(letter).map(Step::onDay).orElseThrow();
    }

    /**
     * A mistake is taken back by whoever made it, on the day it was entered, as long as nothing
     * followed; a text that has told nobody anything, on a later day too.
     */
    static Verdict mayTakeBack(Step step, Party party, Course course, LocalDate today) {
        if (step.party() != party) return Verdict.WRONG_PARTY;
        if (step.takenBack() || step.kind() == StepKind.TAKEN_BACK) return Verdict.ALREADY;
        if (!course.live().getLast().equals(step)) return Verdict.NOT_TODAY;
        return step.kind().isText() || step.enteredOn().equals(today)
                ? Verdict.ALLOWED
                : Verdict.NOT_TODAY;
    }
}
