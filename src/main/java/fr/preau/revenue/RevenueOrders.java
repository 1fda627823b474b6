package fr.preau.revenue;

import fr.preau.agreements.AgreementPolicy;
import fr.preau.web.Actor;
import fr.preau.web.Profile;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Titres behind the wall of whoever asks: the région sees all, the DSDEN those of its département,
 * a town hall its own once they have left. {@link AgreementPolicy#sees} is asked before.
 */
@Component
class RevenueOrders {
    static final int PAGE = 50;

    /** A file holds this many lines at most: more than all schools of a région. */
    private static final int FILE = 50_000;

    private static final String COLUMNS =
            """
            o.id, o.reference, o.agreement_id, o.agreement_reference, o.corrects_id, o.school_year as year, o.state, o.debtor_name, o.siret, o.street, o.postal_code, o.city, o.chorus_service,
            o.commitment_number, o.commitment_required, o.town_signed_on, o.region_signed_on, o.total_cents, b.paid_cents, b.reduced_cents, b.movements, b.accepted,
            o.sent_on, o.number, o.issued_on, o.due_on, (select coalesce(sum(l.cents), 0) from revenue_line l where l.order_id = o.id)::bigint as lines_cents
            """;
    private static final String FROM =
            " from revenue_order o join revenue_balance b on b.order_id = o.id ";

    /** What this list or file holds; a null parameter asks for all. */
    private static final String WITHIN =
            """
             where o.school_year = :year and (cast(:state as text) is null or o.state = :state) and (cast(:department as bigint) is null or o.department_id = :department)
               and (not :owed or o.state in ('ISSUED', 'PARTLY_PAID')) and (not :town or o.sent_on is not null)
            """;

    private static final String AFTER =
            """
             and (cast(:after as bigint) is null or (plain(o.debtor_name), o.id) > (select plain(c.debtor_name), c.id from revenue_order c where c.id = :after))
            """;

    private final JdbcClient db;

    RevenueOrders(JdbcClient db) {
        this.db = db;
    }

    Optional<RevenueOrder> find(Actor actor, long id) {
        if (!AgreementPolicy.sees(actor)) return Optional.empty();
        return db.sql("select " + COLUMNS + FROM + " where o.id = :id")
                .param("id", id)
                .query(RevenueOrder.class)
                .optional()
                .filter(order -> actor.profile() != Profile.TOWN || order.sentOn() != null);
    }

    /** Nobody else acts on it until this transaction ends; empty when it is not this actor's. */
    Optional<RevenueOrder> lock(Actor actor, long id) {
        if (!AgreementPolicy.leads(actor)) return Optional.empty();
        // First the lock, then the sums: they hold what was written while one waited.
        db.sql("select id from revenue_order where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
        return find(actor, id);
    }

    /** Those of a year that have not left, locked. */
    List<RevenueOrder> prepared(int year) {
        db.sql(
                        "select id from revenue_order where school_year = :year and state = 'PREPARED' order by id for update")
                .param("year", year)
                .query(Long.class)
                .list();
        return db.sql(
                        "select "
                                + COLUMNS
                                + FROM
                                + " where o.school_year = :year and o.state = 'PREPARED' order by o.id")
                .param("year", year)
                .query(RevenueOrder.class)
                .list();
    }

    List<RevenueLine> lines(RevenueOrder order) {
        return db.sql(
                        "select uai, label, cents from revenue_line where order_id = :id order by label, uai")
                .param("id", order.id())
                .query(RevenueLine.class)
                .list();
    }

    /** Those of these references that the actor reaches. */
    List<RevenueOrder> named(String[] references) {
        return db.sql("select " + COLUMNS + FROM + " where o.reference = any (:references)")
                .param("references", references)
                .query(RevenueOrder.class)
                .list();
    }

    void lockNamed(String[] references) {
        db.sql(
                        "select id from revenue_order where reference = any (:references) order by id for update")
                .param("references", references)
                .query(Long.class)
                .list();
    }

    /** Those of these numbers that titres have already. */
    List<String> taken(String[] numbers) {
        return db.sql("select number from revenue_order where number = any (:numbers)")
                .param("numbers", numbers)
                .query(String.class)
                .list();
    }

    /** In the order in which they happened. */
    List<Movement> movements(RevenueOrder order) {
        return db.sql(
                        "select id, kind, on_day, cents, reference, words from revenue_movement where order_id = :id order by id")
                .param("id", order.id())
                .query(Movement.class)
                .list();
    }

    /** Another titre of the same convention is alive. */
    boolean isFollowed(RevenueOrder order) {
        return db.sql(
                        "select exists (select 1 from revenue_order where agreement_id = :agreement and id <> :id and state <> 'CANCELLED')")
                .param("agreement", order.agreementId())
                .param("id", order.id())
                .query(Boolean.class)
                .single();
    }

    /** By the name of the debtor; one more when more follows. */
    List<RevenueOrder> list(Actor actor, OrderFilter filter) {
        return within(
                        "select "
                                + COLUMNS
                                + FROM
                                + WITHIN
                                + AFTER
                                + " order by plain(o.debtor_name), o.id limit :limit",
                        actor,
                        filter)
                .param("after", filter.after())
                .param("limit", PAGE + 1)
                .query(RevenueOrder.class)
                .list();
    }

    /** For each state: how many, what is due, what was received. */
    List<RevenueOrdersPage.Total> totals(Actor actor, OrderFilter filter) {
        return within(
                        "select o.state, count(*) as orders, sum(b.due_cents)::bigint as due_cents, sum(b.paid_cents)::bigint as paid_cents"
                                + FROM
                                + WITHIN
                                + " group by o.state",
                        actor,
                        filter)
                .query(RevenueOrdersPage.Total.class)
                .list();
    }

    /** One row for each school of each titre, for accounting. */
    List<OrdersCsv.Row> rows(Actor actor, OrderFilter filter) {
        return within(
                        """
                        select o.reference, o.agreement_reference, o.town_signed_on, o.region_signed_on, o.debtor_name, o.siret, o.street, o.postal_code, o.city, o.chorus_service, o.commitment_number,
                               o.school_year as year, l.uai, l.label, l.cents, o.total_cents, o.state, o.number
                          from revenue_order o join revenue_line l on l.order_id = o.id
                        """
                                + WITHIN
                                + " order by plain(o.debtor_name), o.id, l.label, l.uai limit :limit",
                        actor,
                        filter)
                .param("limit", FILE)
                .query(OrdersCsv.Row.class)
                .list();
    }

    private JdbcClient.StatementSpec within(String sql, Actor actor, OrderFilter filter) {
        var state = filter.wanted();
        return db.sql(sql)
                .param("year", filter.year())
                .param("state", state == null ? null : state.name())
                .param("department", filter.department())
                .param("owed", filter.owed())
                .param("town", actor.profile() == Profile.TOWN);
    }

    /** The school years that have signed conventions, the latest first. */
    List<Integer> years() {
        return db.sql(
                        "select distinct school_year from agreement where state in ('SIGNED', 'TERMINATED') order by 1 desc")
                .query(Integer.class)
                .list();
    }

    List<RevenueOrdersPage.Department> departments() {
        return db.sql(
                        """
                        select s.id, s.name from structure s where s.id in (select department_id from revenue_order) order by plain(s.name), s.id
                        """)
                .query(RevenueOrdersPage.Department.class)
                .list();
    }
}
