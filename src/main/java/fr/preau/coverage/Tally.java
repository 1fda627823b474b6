package fr.preau.coverage;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The figures of a département, or of all of them together.
 *
 * @param covered schools under a convention signed for the year, which was not terminated
 * @param dueCents signed for the year
 * @param overdue conventions that are unpaid after their day
 */
public record Tally(
        String department,
        long schools,
        long covered,
        long pupils,
        long coveredPupils,
        long towns,
        long inForce,
        long ended,
        long signing,
        long toRenew,
        long none,
        long dueCents,
        long paidCents,
        long overdue) {
    static Tally sum(List<Tally> all) {
        return new Tally(
                "",
                sum(all, Tally::schools),
                sum(all, Tally::covered),
                sum(all, Tally::pupils),
                sum(all, Tally::coveredPupils),
                sum(all, Tally::towns),
                sum(all, Tally::inForce),
                sum(all, Tally::ended),
                sum(all, Tally::signing),
                sum(all, Tally::toRenew),
                sum(all, Tally::none),
                sum(all, Tally::dueCents),
                sum(all, Tally::paidCents),
                sum(all, Tally::overdue));
    }

    private static long sum(List<Tally> all, ToLongFunction<Tally> figure) {
        return all.stream().mapToLong(figure).sum();
    }

    public Department place() {
        return Department.of(department);
    }

    public long uncovered() {
        return schools - covered;
    }

    public long unpaidCents() {
        return dueCents - paidCents;
    }

    public long towns(Standing standing) {
        return switch (standing) {
            case IN_FORCE -> inForce;
            case ENDED -> ended;
            case SIGNING -> signing;
            case TO_RENEW -> toRenew;
            case NONE -> none;
        };
    }

    /** Of schools, in whole percents. */
    public int percent() {
        return Figures.percent(covered, schools);
    }

    /** From 0 to 4: how full its tile is. */
    public int level() {
        return percent() == 100 ? 4 : percent() == 0 ? 0 : 1 + percent() / 34;
    }
}
