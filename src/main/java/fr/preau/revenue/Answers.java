package fr.preau.revenue;

import static fr.preau.revenue.RevenueFact.*;

import fr.preau.agreements.AgreementPolicy;
import fr.preau.web.Actor;
import fr.preau.web.RoleKind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files of accounting, and their lines: none is lost, none acts twice. */
@Component
class Answers {
    private static final int LATEST = 20;
    private static final String COLUMNS = "id, name, state, read_at";

    private final JdbcClient db;
    private final RevenueOrders orders;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Answers(JdbcClient db, RevenueOrders orders, ApplicationEventPublisher facts, Clock clock) {
        this.db = db;
        this.orders = orders;
        this.facts = facts;
        this.clock = clock;
    }

    List<ImportsPage.File> latest() {
        return db.sql("select " + COLUMNS + " from revenue_import order by id desc limit :latest")
                .param("latest", LATEST)
                .query(ImportsPage.File.class)
                .list();
    }

    Optional<ImportsPage.File> find(Actor actor, long id) {
        if (!AgreementPolicy.leads(actor)) return Optional.empty();
        return db.sql("select " + COLUMNS + " from revenue_import where id = :id")
                .param("id", id)
                .query(ImportsPage.File.class)
                .optional();
    }

    /** Nobody else confirms it meanwhile. */
    Optional<ImportsPage.File> lock(Actor actor, long id) {
        if (!AgreementPolicy.leads(actor)) return Optional.empty();
        return db.sql("select " + COLUMNS + " from revenue_import where id = :id for update")
                .param("id", id)
                .query(ImportsPage.File.class)
                .optional();
    }

    /** Returns its number; that of the first time when the same file was brought before. */
    long keep(Actor actor, String name, byte[] bytes, List<Answer> lines) {
        var fresh =
                db.sql(
                                """
                                insert into revenue_import (region_id, name, sha256, read_at) values (:region, :name, :sha, :now)
                                on conflict (region_id, sha256) where state <> 'LEFT' do nothing returning id
                                """)
                        .param("region", region(actor))
                        .param("name", name)
                        .param("sha", sha256(bytes))
                        .param("now", Timestamp.from(clock.instant()))
                        .query(Long.class)
                        .optional();
        if (fresh.isEmpty()) return earlier(bytes);
        write(fresh.get(), lines);
        facts.publishEvent(
                new RevenueAnswersRead(
                        fresh.get(),
                        lines.size(),
                        actor.account(),
                        actor.person(),
                        clock.instant()));
        return fresh.get();
    }

    private long earlier(byte[] bytes) {
        return db.sql("select id from revenue_import where sha256 = :sha and state <> 'LEFT'")
                .param("sha", sha256(bytes))
                .query(Long.class)
                .single();
    }

    private void write(long file, List<Answer> lines) {
        db.sql(
                        """
                        insert into revenue_answer (import_id, line, number, reference, issued_on, paid, paid_on)
                        select :file, * from unnest(:lines::int[], :numbers::text[], :references::text[], :issued::text[], :paid::text[], :days::text[])
                        """)
                .param("file", file)
                .param("lines", lines.stream().map(Answer::line).toArray(Integer[]::new))
                .param("numbers", each(lines, Answer::number))
                .param("references", each(lines, Answer::reference))
                .param("issued", each(lines, Answer::issuedOn))
                .param("paid", each(lines, Answer::paid))
                .param("days", each(lines, Answer::paidOn))
                .update();
    }

    private static <T> String[] each(List<T> all, Function<T, String> part) {
        return all.stream().map(part).toArray(String[]::new);
    }

    private static long region(Actor actor) {
        return actor.roles().stream()
                .filter(role -> role.kind() == RoleKind.REGION_LEAD)
                .mapToLong(Actor.Role::structure)
                .findFirst()
                .orElseThrow();
    }

    /** Each line with what becomes of it today or, once confirmed, what became of it. */
    List<Judged> judged(ImportsPage.File file) {
        return file.isPreview() ? judge(lines(file.id())) : became(file.id());
    }

    List<Answer> lines(long file) {
        return db.sql(
                        "select line, number, reference, issued_on, paid, paid_on from revenue_answer where import_id = :file order by line")
                .param("file", file)
                .query(Answer.class)
                .list();
    }

    /** The orders named are locked first when something is about to be written. */
    List<Judged> judge(List<Answer> lines) {
        var named =
                orders.named(each(lines, Answer::reference)).stream()
                        .collect(Collectors.toMap(RevenueOrder::reference, Function.identity()));
        var taken = new HashSet<>(orders.taken(each(lines, Answer::number)));
        return AnswerPolicy.judge(lines, named, taken, LocalDate.now(clock));
    }

    private List<Judged> became(long file) {
        return db.sql(
                        """
                        select a.line, a.number, a.reference, a.issued_on, a.paid, a.paid_on, coalesce(a.outcome, 'UNKNOWN') as outcome, a.said, o.id as order_id
                          from revenue_answer a left join revenue_order o on o.reference = a.reference
                         where a.import_id = :file order by a.line
                        """)
                .param("file", file)
                .query((row, n) ->
                        new Judged(
                                new Answer(
                                        row.getInt("line"),
                                        row.getString("number"),
                                        row.getString("reference"),
                                        row.getString("issued_on"),
                                        row.getString("paid"),
                                        row.getString("paid_on")),
                                row.getObject("order_id", Long.class),
                                Outcome.valueOf(row.getString("outcome")),
                                row.getString("said")))
                .list();
    }

    void leave(Actor actor, ImportsPage.File file) {
        db.sql("update revenue_import set state = 'LEFT' where id = :id")
                .param("id", file.id())
                .update();
        facts.publishEvent(
                new RevenueAnswersLeft(
                        file.id(), actor.account(), actor.person(), clock.instant()));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
