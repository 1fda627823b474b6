package fr.preau.revenue;

import static fr.preau.web.Wording.t;

import fr.preau.agreements.Money;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.mail.Mail;
import fr.preau.mail.Outcome.Kind;
import fr.preau.revenue.RevenueFact.PaymentOverdue;
import fr.preau.web.Site;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * A reminder by letter, to the address that the debtor gave; without one, or paid meanwhile, none.
 */
@Component
class ReminderLetters {
    private final JdbcClient db;
    private final Walls walls;
    private final Mail mail;
    private final RevenueTerms terms;
    private final Site site;
    private final Clock clock;

    ReminderLetters(
            JdbcClient db, Walls walls, Mail mail, RevenueTerms terms, Site site, Clock clock) {
        this.db = db;
        this.walls = walls;
        this.mail = mail;
        this.terms = terms;
        this.site = site;
        this.clock = clock;
    }

    private record Owed(
            String email,
            String number,
            LocalDate issuedOn,
            LocalDate dueOn,
            long due,
            long paid) {}

    @ApplicationModuleListener
    void on(PaymentOverdue overdue) {
        if (overdue.level() == 0 || !mail.open()) return;
        walls.as(Wall.JOB, () -> owed(overdue.of()))
                .map(owed -> letter(overdue, owed))
                .ifPresent(this::send);
    }

    private Optional<Owed> owed(long order) {
        return db.sql(
                        """
                        select d.email, o.number, o.issued_on, o.due_on, b.due_cents as due, b.paid_cents as paid
                          from revenue_order o join revenue_balance b on b.order_id = o.id join agreement a on a.id = o.agreement_id join debtor d on d.id = a.debtor_id
                         where o.id = :order and o.state in ('ISSUED', 'PARTLY_PAID') and d.email <> ''
                        """)
                .param("order", order)
                .query(Owed.class)
                .optional();
    }

    private Mail.Letter letter(PaymentOverdue overdue, Owed owed) {
        var held = terms.on(LocalDate.now(clock));
        var remaining = Money.exact(owed.due() - owed.paid()) + "\u00a0€";
        return new Mail.Letter(
                owed.email(),
                t("revenue.letter.subject." + overdue.level(), owed.number()),
                t(
                        "revenue.letter.text",
                        owed.number(),
                        Written.day(owed.issuedOn()),
                        Money.exact(owed.due()) + "\u00a0€",
                        Written.day(owed.dueOn()),
                        remaining,
                        held.of(RevenueTerm.PAYMENT),
                        site.link("/revenue-orders/" + overdue.of()),
                        held.of(RevenueTerm.OFFICER_TITLE)),
                "revenue-" + overdue.of() + "-" + overdue.level(),
                null);
    }

    /** A server that is away is asked again: the fact is told until its listener has ended. */
    private void send(Mail.Letter letter) {
        if (mail.send(letter).kind() == Kind.LATER)
            throw new IllegalStateException("the reminder has not left");
    }
}
