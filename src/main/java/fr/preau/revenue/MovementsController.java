package fr.preau.revenue;

import static fr.preau.web.Wording.t;

import fr.preau.revenue.RevenuePolicy.Act;
import fr.preau.revenue.RevenuePolicy.Verdict;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What happens to a titre that has left, written by the région. */
@Controller
class MovementsController {
    private static final String HERE = "/revenue-orders/{order}";

    private final RevenueOrders orders;
    private final Ledger ledger;
    private final OrderPages pages;

    MovementsController(RevenueOrders orders, Ledger ledger, OrderPages pages) {
        this.orders = orders;
        this.ledger = ledger;
        this.pages = pages;
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping(HERE + "/issue")
    View issue(Actor actor, @PathVariable long order, ActForm form) {
        return act(actor, order, Act.ISSUE, form, "revenue.done.issue");
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping(HERE + "/payments")
    View pay(Actor actor, @PathVariable long order, ActForm form) {
        return act(actor, order, Act.PAYMENT, form, "revenue.done.payment");
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping(HERE + "/reductions")
    View reduce(Actor actor, @PathVariable long order, ActForm form) {
        return act(actor, order, Act.REDUCTION, form, "revenue.done.reduction");
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping(HERE + "/refunds")
    View refund(Actor actor, @PathVariable long order, ActForm form) {
        return act(actor, order, Act.REFUND, form, "revenue.done.refund");
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping(HERE + "/contests")
    View contest(Actor actor, @PathVariable long order, ActForm form) {
        return act(actor, order, Act.CONTEST, form, "revenue.done.contest");
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping(HERE + "/decision")
    View decide(Actor actor, @PathVariable long order, ActForm form) {
        return act(actor, order, Act.DECISION, form, "revenue.done.decision");
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping(HERE + "/reminders")
    View remind(Actor actor, @PathVariable long order, ActForm form) {
        return act(actor, order, Act.REMINDER, form, "revenue.done.reminder");
    }

    private View act(Actor actor, long id, Act act, ActForm form, String done) {
        var order = orders.lock(actor, id).orElseThrow(NotFound::new);
        var problems = problems(actor, order, act, form);
        if (problems.any()) return pages.refused(actor, order, act, form, problems);
        ledger.carryOut(actor, act, order, form);
        return Redirect.to(order.path()).saying(done);
    }

    private Problems problems(Actor actor, RevenueOrder order, Act act, ActForm form) {
        var stage = pages.agreement(actor, order).stage(pages.today());
        var verdict = RevenuePolicy.may(act, order, stage, pages.isFollowed(order), pages.today());
        if (verdict != Verdict.ALLOWED)
            return new Problems()
                    .add("actions", t("revenue.refused." + verdict, order.remaining()));
        var problems = form.check(act, order, pages.today());
        if (act == Act.ISSUE && !problems.any() && ledger.isTaken(form.number()))
            problems.add(act + "-number", t("revenue.problem.taken", form.number()));
        return problems;
    }
}
