package fr.preau.revenue;

import fr.preau.revenue.RevenueFact.RevenueAnswersConfirmed;
import fr.preau.web.Actor;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Carries out the lines of a file that fit, in a handful of statements whatever its length, and
 * writes down what became of each.
 */
@Component
class Confirmation {
    private static final String ISSUE =
            """
            with given as (select * from unnest(:orders::bigint[], :numbers::text[], :days::date[]) as g (id, number, day)),
            changed as (
                update revenue_order o set number = g.number, issued_on = g.day,
                       due_on = g.day + (select t.value::int from revenue_term t where t.term = 'DUE_DAYS' and t.from_on <= g.day order by t.from_on desc limit 1)
                  from given g where o.id = g.id returning o.id, o.agreement_id, o.number, o.issued_on)
            insert into revenue_movement (order_id, agreement_id, kind, on_day, reference, import_id, at)
            select id, agreement_id, 'ISSUED', issued_on, number, :file, :now from changed order by id
            """;
    private static final String PAY =
            """
            insert into revenue_movement (order_id, agreement_id, kind, on_day, cents, import_id, at)
            select o.id, o.agreement_id, 'PAYMENT', g.day, g.cents, :file, :now
              from unnest(:orders::bigint[], :amounts::bigint[], :days::date[]) as g (id, cents, day) join revenue_order o on o.id = g.id order by o.id
            """;

    private final JdbcClient db;
    private final Answers answers;
    private final RevenueOrders orders;
    private final Ledger ledger;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Confirmation(
            JdbcClient db,
            Answers answers,
            RevenueOrders orders,
            Ledger ledger,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.db = db;
        this.answers = answers;
        this.orders = orders;
        this.ledger = ledger;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * The file is locked and in preview. What has changed since it was looked at is judged anew.
     */
    void carryOut(Actor actor, ImportsPage.File file) {
        var lines = answers.lines(file.id());
        orders.lockNamed(lines.stream().map(Answer::reference).toArray(String[]::new));
        var judged = answers.judge(lines);
        issue(file.id(), those(judged, Outcome::issues));
        pay(file.id(), those(judged, Outcome::pays));
        var acting = those(judged, Outcome::acts);
        ledger.restate(acting.stream().map(Judged::order).toList());
        close(file.id(), judged);
        facts.publishEvent(
                new RevenueAnswersConfirmed(
                        file.id(),
                        acting.size(),
                        actor.account(),
                        actor.person(),
                        clock.instant()));
    }

    private static List<Judged> those(List<Judged> judged, Predicate<Outcome> wanted) {
        return judged.stream().filter(one -> wanted.test(one.outcome())).toList();
    }

    private void issue(long file, List<Judged> lines) {
        if (lines.isEmpty()) return;
        db.sql(ISSUE)
                .param("orders", lines.stream().map(Judged::order).toArray(Long[]::new))
                .param("numbers", each(lines, Answer::number))
                .param("days", each(lines, answer -> day(answer.issuedOn())))
                .param("file", file)
                .param("now", now())
                .update();
    }

    private void pay(long file, List<Judged> lines) {
        if (lines.isEmpty()) return;
        db.sql(PAY)
                .param("orders", lines.stream().map(Judged::order).toArray(Long[]::new))
                .param(
                        "amounts",
                        lines.stream()
                                .map(one -> Amount.read(one.answer().paid()).orElseThrow())
                                .toArray(Long[]::new))
                .param("days", each(lines, answer -> day(answer.paidOn())))
                .param("file", file)
                .param("now", now())
                .update();
    }

    private static String day(String written) {
        return Written.read(written).orElseThrow().toString();
    }

    private static String[] each(List<Judged> lines, Function<Answer, String> part) {
        return lines.stream()
                .map(one -> Objects.requireNonNull(part.apply(one.answer())))
                .toArray(String[]::new);
    }

    private void close(long file, List<Judged> judged) {
        db.sql(
                        """
                        update revenue_answer a set outcome = g.outcome, said = g.said from unnest(:lines::int[], :outcomes::text[], :said::text[]) as g (line, outcome, said)
                         where a.import_id = :file and a.line = g.line
                        """)
                .param(
                        "lines",
                        judged.stream().map(one -> one.answer().line()).toArray(Integer[]::new))
                .param(
                        "outcomes",
                        judged.stream().map(one -> one.outcome().name()).toArray(String[]::new))
                .param("said", judged.stream().map(Judged::said).toArray(String[]::new))
                .param("file", file)
                .update();
        db.sql("update revenue_import set state = 'DONE', done_at = :now where id = :file")
                .param("now", now())
                .param("file", file)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
