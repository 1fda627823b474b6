package fr.preau.revenue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a line of accounting does: all of it, or nothing; what does not fit is kept apart, for
 * somebody to look at. Facts in, verdicts out.
 */
final class AnswerPolicy {
    private AnswerPolicy() {}

    /**
     * @param orders by their reference
     * @param taken numbers that titres have already
     */
    static List<Judged> judge(
            List<Answer> answers,
            Map<String, RevenueOrder> orders,
            Set<String> taken,
            LocalDate today) {
        var references = new HashSet<String>();
        var numbers = new HashSet<>(taken);
        var judged = new ArrayList<Judged>();
        for (var answer : answers) {
            var order = orders.get(answer.reference());
            var outcome =
                    order != null && !references.add(answer.reference())
                            ? Outcome.TWICE
                            : judge(answer, order, numbers, today);
            if (outcome.issues()) numbers.add(answer.number());
            judged.add(Judged.of(answer, order, outcome));
        }
        return judged;
    }

    private static Outcome judge(
            Answer answer, @Nullable RevenueOrder order, Set<String> taken, LocalDate today) {
        if (order == null) return Outcome.UNKNOWN;
        if (!Written.isNumber(answer.number())) return Outcome.NUMBER;
        if (order.state() == OrderState.CANCELLED) return Outcome.CANCELLED;
        if (order.sentOn() == null) return Outcome.NOT_SENT;
        if (order.number() == null) return judgeIssue(answer, order, order.sentOn(), taken, today);
        if (!order.number().equals(answer.number())) return Outcome.OTHER_NUMBER;
        return judgePayment(answer, order, order.issuedOn(), today, Outcome.KNOWN, Outcome.PAYMENT);
    }

    private static Outcome judgeIssue(
            Answer answer,
            RevenueOrder order,
            LocalDate sentOn,
            Set<String> taken,
            LocalDate today) {
        if (taken.contains(answer.number())) return Outcome.TAKEN;
        var issued = Written.read(answer.issuedOn()).orElse(LocalDate.MAX);
        if (issued.isAfter(today) || issued.isBefore(sentOn)) return Outcome.ISSUE_DAY;
        return judgePayment(answer, order, issued, today, Outcome.ISSUE, Outcome.ISSUE_AND_PAYMENT);
    }

    private static Outcome judgePayment(
            Answer answer,
            RevenueOrder order,
            @Nullable LocalDate issued,
            LocalDate today,
            Outcome without,
            Outcome with) {
        if (answer.paid().isEmpty()) return without;
        var paid = Amount.read(answer.paid()).orElse(-1L);
        if (paid < 0) return Outcome.AMOUNT;
        if (paid == 0) return without;
        if (order.remainingCents() == 0 && paid == order.paidCents()) return Outcome.KNOWN;
        var day = Written.read(answer.paidOn()).orElse(LocalDate.MAX);
        if (day.isAfter(today) || issued != null && day.isBefore(issued)) return Outcome.PAID_DAY;
        if (paid == order.remainingCents()) return with;
        return paid > order.remainingCents() ? Outcome.TOO_MUCH : Outcome.DIFFERENT;
    }
}
