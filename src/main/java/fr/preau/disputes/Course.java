package fr.preau.disputes;

import fr.preau.agreements.Agreement;
import fr.preau.agreements.Stage;
import fr.preau.disputes.Deadline.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A procedure and all its steps: where it stands, and the days that follow from it. Steps that were
 * taken back are shown, and count for nothing.
 *
 * @param steps in the order in which they were entered
 * @param convention what became of it meanwhile
 */
record Course(Dispute dispute, List<Step> steps, Convention convention) {
    /**
     * @param inForce today
     * @param lastDay when nothing ends it before
     */
    record Convention(boolean inForce, LocalDate effectOn, LocalDate lastDay) {
        static Convention of(Agreement agreement, LocalDate today) {
            return new Convention(
                    agreement.stage(today) == Stage.IN_FORCE,
                    Objects.requireNonNull(agreement.effectOn()),
                    agreement.endsOn());
        }
    }

    Optional<Step> last(StepKind kind) {
        return live().stream().filter(step -> step.kind() == kind).reduce((a, b) -> b);
    }

    boolean has(StepKind kind) {
        return last(kind).isPresent();
    }

    Optional<Step> find(long id) {
        return steps.stream().filter(step -> step.id() == id).findFirst();
    }

    /** What happened and was not a mistake. */
    List<Step> live() {
        return steps.stream()
                .filter(step -> !step.takenBack() && step.kind() != StepKind.TAKEN_BACK)
                .toList();
    }

    /** The day before which nothing new can have happened. */
    LocalDate latestDay() {
        return live().stream()
                .filter(step -> !step.kind().isReceipt())
                .map(Step::onDay)
                .max(LocalDate::compareTo)
                .orElse(convention.effectOn());
    }

    /** The last day of conciliation; known once the first letter is sent. */
    Optional<LocalDate> conciliationUntil() {
        return origin(Kind.CONCILIATION)
                .map(sent ->
                        Deadlines.months(sent.countsFrom(), dispute.delays().conciliationMonths()));
    }

    /** The first day without convention; known once the second letter is sent. */
    Optional<LocalDate> terminationOn() {
        return origin(Kind.TERMINATION)
                .map(sent -> Deadlines.days(sent.countsFrom(), dispute.delays().terminationDays()));
    }

    /** The last day for an amicable agreement: counted from the date that the letter bears. */
    Optional<LocalDate> agreementUntil() {
        return origin(Kind.COURT)
                .map(letter ->
                        Deadlines.months(letter.countsFrom(), dispute.delays().courtMonths()));
    }

    /** The step from which a delay runs; empty while none does. */
    Optional<Step> origin(Kind kind) {
        return switch (kind) {
            case CONCILIATION -> last(StepKind.FIRST_LETTER);
            case TERMINATION -> last(StepKind.SECOND_LETTER);
            case COURT -> last(StepKind.SECOND_LETTER).flatMap(sent -> last(StepKind.REASONS));
        };
    }

    /** The convention ends by itself before the second letter would end it. */
    boolean endsByItself() {
        return terminationOn().filter(day -> day.isAfter(convention.lastDay())).isPresent();
    }

    /**
     * The day on which the second letter ends the convention, once it has come: today, so that
     * nothing ends in the past. Empty before, and for a convention that ends or has ended by
     * itself.
     */
    Optional<LocalDate> endsNow(LocalDate today) {
        if (endsByItself() || today.isAfter(convention.lastDay())) return Optional.empty();
        return terminationOn().filter(day -> !day.isAfter(today)).map(day -> today);
    }

    /** Each day that is known today, also those that have passed. */
    List<Deadline> deadlines() {
        var known = new ArrayList<Deadline>();
        conciliationUntil().ifPresent(day -> known.add(new Deadline(Kind.CONCILIATION, day)));
        if (!endsByItself())
            terminationOn().ifPresent(day -> known.add(new Deadline(Kind.TERMINATION, day)));
        agreementUntil().ifPresent(day -> known.add(new Deadline(Kind.COURT, day)));
        return known;
    }

    /** Those that somebody still waits for. */
    List<Deadline> awaited(LocalDate today) {
        return deadlines().stream()
                .filter(deadline -> !deadline.isOver(today) && isAwaited(deadline.kind()))
                .toList();
    }

    private boolean isAwaited(Kind kind) {
        if (isClosed()) return false;
        return switch (kind) {
            case CONCILIATION -> !has(StepKind.HELD) && !has(StepKind.FAILED);
            case TERMINATION -> !has(StepKind.TERMINATED);
            case COURT -> !has(StepKind.COURT);
        };
    }

    boolean isClosed() {
        return !has(StepKind.OPENED) || live().stream().anyMatch(step -> step.kind().ends());
    }

    Phase phase(LocalDate today) {
        if (!has(StepKind.OPENED)) return Phase.CANCELLED;
        if (has(StepKind.AGREED)) return Phase.AGREED;
        if (has(StepKind.WITHDRAWN)) return Phase.WITHDRAWN;
        if (has(StepKind.COURT)) return Phase.COURT;
        if (has(StepKind.SECOND_LETTER)) return afterSecondLetter(today);
        if (!convention.inForce()) return Phase.OVER;
        if (has(StepKind.REASONS)) return Phase.SECOND_TO_SEND;
        if (!has(StepKind.FIRST_LETTER)) return Phase.FIRST_TO_SEND;
        if (has(StepKind.FAILED)) return Phase.FAILED;
        if (has(StepKind.HELD)) return Phase.OUTCOME;
        return isPassed(conciliationUntil(), today) ? Phase.MONTH_OVER : Phase.CONCILIATION;
    }

    private Phase afterSecondLetter(LocalDate today) {
        if (isPassed(agreementUntil(), today)) return Phase.COURT_OPEN;
        if (has(StepKind.TERMINATED)) return Phase.TERMINATED;
        return endsByItself() || today.isAfter(convention.lastDay()) ? Phase.ENDING : Phase.NOTICE;
    }

    private static boolean isPassed(Optional<LocalDate> day, LocalDate today) {
        return day.filter(last -> last.isBefore(today)).isPresent();
    }
}
