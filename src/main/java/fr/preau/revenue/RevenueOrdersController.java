package fr.preau.revenue;

import fr.preau.agreements.AgreementPolicy;
import fr.preau.revenue.RevenueFact.RevenueOrdersTaken;
import fr.preau.web.Actor;
import fr.preau.web.For;
import fr.preau.web.NotFound;
import fr.preau.web.Profile;
import fr.preau.web.Redirect;
import fr.preau.web.StepUp;
import fr.preau.web.View;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The titres of a school year, together. */
@Controller
class RevenueOrdersController {
    static final String LIST = "/revenue-orders";

    private final RevenueOrders orders;
    private final Preparation preparation;
    private final RevenueTerms terms;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    RevenueOrdersController(
            RevenueOrders orders,
            Preparation preparation,
            RevenueTerms terms,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.orders = orders;
        this.preparation = preparation;
        this.terms = terms;
        this.facts = facts;
        this.clock = clock;
    }

    @For({Profile.SUPERVISION, Profile.TOWN})
    @GetMapping(LIST)
    View list(Actor actor, OrderFilter asked, RevenueOrdersPage.Did did) {
        if (!AgreementPolicy.sees(actor)) throw new NotFound();
        var years = orders.years();
        var filter = asked.of(asked.year() == null ? usual(years) : asked.year());
        var leads = AgreementPolicy.leads(actor);
        var today = LocalDate.now(clock);
        return new RevenueOrdersPage(
                filter,
                years,
                leads ? orders.departments() : List.of(),
                orders.totals(actor, filter),
                orders.list(actor, filter),
                leads ? preparation.waiting(filter.year()) : null,
                leads ? terms.on(today).officer() : "",
                today,
                did.sentence());
    }

    /** The school year under way; before its first convention, the latest that has some. */
    private int usual(List<Integer> years) {
        var today = LocalDate.now(clock);
        var current = today.getMonthValue() >= 9 ? today.getYear() : today.getYear() - 1;
        return years.contains(current) || years.isEmpty() ? current : years.getFirst();
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @GetMapping(LIST + ".csv")
    ResponseEntity<byte[]> take(Actor actor, OrderFilter asked) {
        lead(actor);
        var filter = asked.of(asked.year() == null ? usual(orders.years()) : asked.year());
        var rows = orders.rows(actor, filter);
        facts.publishEvent(
                new RevenueOrdersTaken(
                        filter.year(),
                        rows.size(),
                        actor.account(),
                        actor.person(),
                        clock.instant()));
        return OrdersCsv.download(rows, terms.on(LocalDate.now(clock)), filter);
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping(LIST + "/preparation")
    View prepare(Actor actor, @RequestParam(defaultValue = "0") int year) {
        lead(actor);
        var made = preparation.prepare(actor, year);
        var kept = preparation.waiting(year).signed() - made;
        return Redirect.to(LIST + "?year=" + year + "&made=" + made + "&kept=" + kept);
    }

    @For(Profile.SUPERVISION)
    @StepUp
    @PostMapping(LIST + "/sending")
    View send(Actor actor, @RequestParam(defaultValue = "0") int year) {
        lead(actor);
        var sent = preparation.send(actor, year, terms.on(LocalDate.now(clock)).officer());
        return Redirect.to(
                LIST + "?year=" + year + "&left=" + sent.left() + "&held=" + sent.held());
    }

    private static void lead(Actor actor) {
        if (!AgreementPolicy.leads(actor)) throw new NotFound();
    }
}
