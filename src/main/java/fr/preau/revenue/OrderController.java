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
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One titre, as long as it is a request: read, completed, sent, corrected. */
@Controller
class OrderController {
    private final RevenueOrders orders;
    private final Preparation preparation;
    private final OrderPages pages;
    private final RequestPaper paper;

    OrderController(
            RevenueOrders orders, Preparation preparation, OrderPages pages, RequestPaper paper) {
        this.orders = orders;
        this.preparation = preparation;
        this.pages = pages;
        this.paper = paper;
    }

    @For({Profile.SUPERVISION, Profile.TOWN})
    @GetMapping("/revenue-orders/{order}")
    View show(Actor actor, @PathVariable long order) {
        return pages.of(actor, orders.find(actor, order).orElseThrow(NotFound::new));
    }

    @For({Profile.SUPERVISION, Profile.TOWN})
    @GetMapping("/revenue-orders/{order}/request.pdf")
    ResponseEntity<byte[]> print(Actor actor, @PathVariable long order) {
        return paper.download(orders.find(actor, order).orElseThrow(NotFound::new));
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping("/revenue-orders/{order}/details")
    View complete(Actor actor, @PathVariable long order, DetailsForm form) {
        var locked = orders.lock(actor, order).orElseThrow(NotFound::new);
        var problems = form.check();
        refuse(actor, Act.DETAILS, locked, problems);
        if (problems.any()) return pages.refused(actor, locked, form, problems);
        preparation.complete(actor, locked, form);
        return Redirect.to(locked.path()).saying("revenue.done.details");
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping("/revenue-orders/{order}/sending")
    View send(Actor actor, @PathVariable long order) {
        var locked = orders.lock(actor, order).orElseThrow(NotFound::new);
        var problems = new Problems();
        refuse(actor, Act.SENDING, locked, problems);
        var page = pages.refused(actor, locked, DetailsForm.of(locked), problems);
        page.lacks().forEach(lack -> problems.add("lack-" + lack, t("revenue.lack." + lack)));
        if (problems.any()) return page;
        preparation.send(actor, locked);
        return Redirect.to(locked.path()).saying("revenue.done.sending");
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping("/revenue-orders/{order}/correction")
    View correct(Actor actor, @PathVariable long order) {
        var locked = orders.lock(actor, order).orElseThrow(NotFound::new);
        var problems = new Problems();
        refuse(actor, Act.CORRECTION, locked, problems);
        if (problems.any()) return pages.refused(actor, locked, DetailsForm.of(locked), problems);
        var fresh = preparation.correct(actor, locked);
        return Redirect.to("/revenue-orders/" + fresh).saying("revenue.done.correction");
    }

    private void refuse(Actor actor, Act act, RevenueOrder order, Problems problems) {
        var verdict =
                RevenuePolicy.may(
                        act,
                        order,
                        pages.agreement(actor, order).stage(pages.today()),
                        pages.isFollowed(order),
                        pages.today());
        if (verdict != Verdict.ALLOWED)
            problems.add("actions", t("revenue.refused." + verdict, order.remaining()));
    }
}
