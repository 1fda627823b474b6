package fr.preau.revenue;

import static fr.preau.web.Wording.t;

import fr.preau.agreements.Money;
import fr.preau.revenue.RevenuePolicy.Act;
import fr.preau.web.Problems;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is written in the history of a titre, as somebody typed it; each act uses some of it.
 *
 * @param seen how many movements the page showed: somebody else may have acted since
 */
public record ActForm(
        String day,
        String amount,
        String number,
        String dueOn,
        String words,
        @Nullable String accepted,
        @Nullable Integer seen) {
    private static final int LONGEST = 1_000;
    private static final int LONGEST_NUMBER = 80;

    public ActForm {
        day = day == null ? "" : day.strip();
        amount = amount == null ? "" : amount.strip();
        number = number == null ? "" : number.strip();
        dueOn = dueOn == null ? "" : dueOn.strip();
        words = words == null ? "" : words.strip();
    }

    /** As a page first shows it. */
    static ActForm fresh(LocalDate today, RevenueOrder order) {
        return new ActForm(today.toString(), "", "", "", "", null, order.movements());
    }

    /** Fields of a form of this act are named {@code PAYMENT-day} on the page. */
    Problems check(Act act, RevenueOrder order, LocalDate today) {
        var problems = new Problems();
        if (seen == null || seen != order.movements())
            return problems.add("actions", t("revenue.problem.changed"));
        checkDay(act, order, today, problems);
        switch (act) {
            case ISSUE -> checkNumber(act, problems);
            case PAYMENT -> checkPayment(act, order, problems);
            case REDUCTION -> checkAmount(act, order.dueCents(), problems);
            case REFUND -> checkAmount(act, order.excessCents(), problems);
            case DECISION -> {
                if (!"true".equals(accepted) && !"false".equals(accepted))
                    problems.add(act + "-accepted", t("revenue.problem.decision"));
            }
            default -> {}
        }
        var must = act == Act.REDUCTION || act == Act.REFUND || act == Act.CONTEST;
        if (must && words.isEmpty()) problems.add(act + "-words", t("revenue.problem.words"));
        if (number.length() > LONGEST_NUMBER)
            problems.add(act + "-number", t("revenue.problem.reference"));
        if (words.length() > LONGEST)
            problems.add(act + "-words", t("revenue.problem.long", LONGEST));
        return problems;
    }

    private void checkDay(Act act, RevenueOrder order, LocalDate today, Problems problems) {
        var on = date(day);
        var first = order.issuedOn() == null ? order.sentOn() : order.issuedOn();
        if (on == null) problems.add(act + "-day", t("revenue.problem.day"));
        else if (on.isAfter(today)) problems.add(act + "-day", t("revenue.problem.future"));
        else if (first != null && on.isBefore(first) && act != Act.REDUCTION)
            problems.add(act + "-day", t("revenue.problem.before", Written.day(first)));
        if (act == Act.ISSUE
                && !dueOn.isEmpty()
                && (due() == null || on != null && due().isBefore(on)))
            problems.add(act + "-dueOn", t("revenue.problem.due"));
    }

    private void checkNumber(Act act, Problems problems) {
        if (!Written.isNumber(number)) problems.add(act + "-number", t("revenue.problem.number"));
    }

    private void checkPayment(Act act, RevenueOrder order, Problems problems) {
        var read = Amount.read(amount).orElse(0L);
        if (read > order.remainingCents())
            problems.add(
                    act + "-amount",
                    t(
                            "revenue.problem.over",
                            order.remaining(),
                            Money.of(read),
                            Money.of(read - order.remainingCents())));
        else checkAmount(act, order.remainingCents(), problems);
    }

    private void checkAmount(Act act, long most, Problems problems) {
        var read = Amount.read(amount).orElse(0L);
        if (read == 0) problems.add(act + "-amount", t("revenue.problem.amount"));
        else if (read > most)
            problems.add(act + "-amount", t("revenue.problem.most", Money.of(most)));
    }

    /** Only to be asked once {@link #check} has found nothing. */
    LocalDate on() {
        return LocalDate.parse(day);
    }

    long cents() {
        return Amount.read(amount).orElse(0L);
    }

    boolean isAccepted() {
        return "true".equals(accepted);
    }

    /** The due date, when accounting says one. */
    @Nullable LocalDate due() {
        return date(dueOn);
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
