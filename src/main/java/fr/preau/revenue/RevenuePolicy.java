package fr.preau.revenue;

import fr.preau.agreements.Stage;
import fr.preau.directory.Siret;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** What may happen to a titre, and when. Facts in, verdict out. */
public final class RevenuePolicy {
    private RevenuePolicy() {}

    /** What the région does to one titre. */
    public enum Act {
        DETAILS,
        SENDING,
        ISSUE,
        PAYMENT,
        REDUCTION,
        REFUND,
        CONTEST,
        DECISION,
        REMINDER,
        CORRECTION
    }

    public enum Verdict {
        ALLOWED,
        /** It has left: what it says is fixed. */
        ALREADY_SENT,
        NOT_SENT,
        ALREADY_ISSUED,
        NOT_ISSUED,
        ALREADY_PAID,
        CANCELLED,
        NOT_CANCELLED,
        /** Article 11: after a termination, what is paid or due stays so. */
        KEPT,
        NOTHING_TO_REFUND,
        IN_CONTEST,
        NOT_CONTESTED,
        NOT_OVERDUE,
        /** A corrected one has been prepared. */
        FOLLOWED
    }

    /**
     * @param stage of its convention
     * @param followed another titre of this convention is not cancelled
     */
    static Verdict may(
            Act act, RevenueOrder order, Stage stage, boolean followed, LocalDate today) {
        if (act == Act.CORRECTION) return mayCorrect(order, followed);
        if (order.state() == OrderState.CANCELLED && act != Act.REFUND) return Verdict.CANCELLED;
        return switch (act) {
            case DETAILS, SENDING ->
                    order.sentOn() == null ? Verdict.ALLOWED : Verdict.ALREADY_SENT;
            case ISSUE -> mayIssue(order);
            case PAYMENT -> mayPay(order);
            case REDUCTION -> mayReduce(order, stage);
            case REFUND -> mayRefund(order, stage);
            case CONTEST -> order.number() == null ? Verdict.NOT_ISSUED : notInContest(order);
            case DECISION ->
                    order.state() == OrderState.CONTESTED ? Verdict.ALLOWED : Verdict.NOT_CONTESTED;
            case REMINDER -> order.isOverdue(today) ? Verdict.ALLOWED : Verdict.NOT_OVERDUE;
            case CORRECTION -> mayCorrect(order, followed);
        };
    }

    private static Verdict mayCorrect(RevenueOrder order, boolean followed) {
        if (order.state() != OrderState.CANCELLED) return Verdict.NOT_CANCELLED;
        return followed ? Verdict.FOLLOWED : Verdict.ALLOWED;
    }

    private static Verdict mayIssue(RevenueOrder order) {
        if (order.number() != null) return Verdict.ALREADY_ISSUED;
        return order.sentOn() == null ? Verdict.NOT_SENT : Verdict.ALLOWED;
    }

    /** A contest suspends recovery, not what the debtor pays all the same. */
    private static Verdict mayPay(RevenueOrder order) {
        if (order.number() == null) return Verdict.NOT_ISSUED;
        return order.remainingCents() == 0 ? Verdict.ALREADY_PAID : Verdict.ALLOWED;
    }

    /**
     * After a termination what is due stays due, unless a contest was accepted; a request without a
     * number is not yet due.
     */
    private static Verdict mayReduce(RevenueOrder order, Stage stage) {
        if (order.state() == OrderState.CONTESTED) return Verdict.IN_CONTEST;
        return stage == Stage.TERMINATED && order.number() != null && !order.accepted()
                ? Verdict.KEPT
                : Verdict.ALLOWED;
    }

    private static Verdict mayRefund(RevenueOrder order, Stage stage) {
        if (stage == Stage.TERMINATED) return Verdict.KEPT;
        return order.excessCents() == 0 ? Verdict.NOTHING_TO_REFUND : Verdict.ALLOWED;
    }

    private static Verdict notInContest(RevenueOrder order) {
        return order.state() == OrderState.CONTESTED ? Verdict.IN_CONTEST : Verdict.ALLOWED;
    }

    /** Why accounting would send a request back: it stays here, and holds no other up. */
    public enum Lack {
        OFFICER,
        SIRET,
        COMMITMENT,
        AMOUNT
    }

    /**
     * @param officer the name of who signs for the région; may be empty
     */
    static Set<Lack> lacks(RevenueOrder order, String officer) {
        var lacks = EnumSet.noneOf(Lack.class);
        if (officer.isBlank()) lacks.add(Lack.OFFICER);
        if (!new Siret(order.siret()).isValid()) lacks.add(Lack.SIRET);
        if (order.commitmentRequired() && order.commitmentNumber().isBlank())
            lacks.add(Lack.COMMITMENT);
        if (order.linesCents() != order.totalCents()) lacks.add(Lack.AMOUNT);
        return lacks;
    }
}
