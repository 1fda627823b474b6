package fr.preau.revenue;

import static fr.preau.web.Wording.t;

import fr.preau.agreements.Agreement;
import fr.preau.agreements.Money;
import fr.preau.agreements.Stage;
import fr.preau.revenue.RevenuePolicy.Act;
import fr.preau.revenue.RevenuePolicy.Lack;
import fr.preau.revenue.RevenuePolicy.Verdict;
import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One titre: what is owed for which schools, what has happened, what may be done.
 *
 * @param leads whoever looks acts for the région
 * @param town whoever looks stands for the debtor: how to pay, how to contest
 * @param acted the act that was refused, whose form is shown again
 */
public record OrderPage(
        RevenueOrder order,
        Agreement agreement,
        List<RevenueLine> lines,
        List<Movement> movements,
        TermsOfDay terms,
        boolean leads,
        boolean town,
        boolean followed,
        LocalDate today,
        @Nullable Act acted,
        ActForm form,
        DetailsForm details,
        Problems problems)
        implements Page {
    private static final List<Act> WRITING =
            List.of(
                    Act.ISSUE,
                    Act.PAYMENT,
                    Act.REMINDER,
                    Act.CONTEST,
                    Act.DECISION,
                    Act.REFUND,
                    Act.REDUCTION);

    @Override
    public String title() {
        return t("revenue.order.title", order.reference());
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    boolean may(Act act) {
        return leads && RevenuePolicy.may(act, order, stage(), followed, today) == Verdict.ALLOWED;
    }

    private Stage stage() {
        return agreement.stage(today);
    }

    /**
     * The names of those that write in the history and are possible now; the one that was refused
     * keeps its form, and what was typed there.
     */
    public List<String> acts() {
        return WRITING.stream().filter(act -> may(act) || act == acted).map(Act::name).toList();
    }

    public boolean isOpen(String act) {
        return acted != null && acted.name().equals(act);
    }

    public boolean hasAmount(String act) {
        return List.of("PAYMENT", "REDUCTION", "REFUND").contains(act);
    }

    /** Where a number of accounting, or of a letter, is noted. */
    public boolean hasReference(String act) {
        return List.of("PAYMENT", "REDUCTION", "REFUND", "REMINDER").contains(act);
    }

    /** An act that is explained in words, always. */
    public boolean mustSay(String act) {
        return List.of("REDUCTION", "REFUND", "CONTEST").contains(act);
    }

    public boolean sends() {
        return may(Act.SENDING);
    }

    public boolean corrects() {
        return may(Act.CORRECTION);
    }

    public Set<Lack> lacks() {
        return sends() ? RevenuePolicy.lacks(order, terms.officer()) : Set.of();
    }

    public boolean isTerminated() {
        return stage() == Stage.TERMINATED;
    }

    public boolean isOverdue() {
        return order.isOverdue(today);
    }

    public String amount(RevenueLine line) {
        return Money.exact(line.cents());
    }

    public String day(@Nullable LocalDate day) {
        return Written.day(day);
    }

    /** What stands in a field of this act: what was typed there, or what is usual. */
    public ActForm form(String act) {
        return isOpen(act) ? form : ActForm.fresh(today, order);
    }

    /** Where the form of an act goes. */
    public String address(String act) {
        return order.path()
                + switch (Act.valueOf(act)) {
                    case ISSUE -> "/issue";
                    case PAYMENT -> "/payments";
                    case REDUCTION -> "/reductions";
                    case REFUND -> "/refunds";
                    case CONTEST -> "/contests";
                    case DECISION -> "/decision";
                    case REMINDER -> "/reminders";
                    default -> throw new IllegalArgumentException(act);
                };
    }
}
