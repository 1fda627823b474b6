package fr.preau.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.Superuser;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.agreements.SignedAgreement;
import java.sql.SQLException;
import java.time.LocalDate;

/** The région's desk: what she does with titres, form by form. */
public final class Desk {
    static final LocalDate SIGNED = LocalDate.of(2024, 6, 26);
    static final String TODAY = "2024-09-10";

    private final Visitor region;
    private final HikariDataSource pool;

    Desk(Visitors visitors, HikariDataSource pool) {
        this(visitors.as("isabelle.roques"), pool);
    }

    /**
     * @param region Isabelle Roques, in a session that no other browser has
     */
    public Desk(Visitor region, HikariDataSource pool) {
        this.region = region;
        this.pool = pool;
    }

    Visitor region() {
        return region;
    }

    public void officer() {
        var page = region().open("/revenue-orders/terms");
        assertThat(
                        region().post(
                                        "/revenue-orders/terms",
                                        java.util.Map.of(
                                                "term",
                                                "OFFICER_NAME",
                                                "value",
                                                "Isabelle Roques",
                                                "from",
                                                TODAY))
                                .status())
                .as(page.words())
                .isEqualTo(303);
    }

    /** The request of Cazouls for two schools, prepared; its address. */
    public String prepared() throws SQLException {
        SignedAgreement.insert(pool, 2024, SIGNED);
        return prepare();
    }

    String prepare() {
        var list = region().open("/revenue-orders?year=2024");
        var after = region().form(list, "/revenue-orders/preparation").send();
        return after.page().select("table a[href~=/revenue-orders/[0-9]+]").attr("href");
    }

    /** The same, sent to accounting. */
    public String sent() throws SQLException {
        officer();
        var path = prepared();
        send();
        return path;
    }

    Visitor.Answer send() {
        var list = region().open("/revenue-orders?year=2024");
        return region().form(list, "/revenue-orders/sending").send();
    }

    /** Whatever the page offers. */
    Visitor.Answer sendAnyway() {
        return region().open(
                        region().post("/revenue-orders/sending", java.util.Map.of("year", "2024"))
                                .location());
    }

    /** The same, with the number 4021 since today. */
    public String issued() throws SQLException {
        var path = sent();
        assertThat(issue(path, "4021").status()).isEqualTo(200);
        return path;
    }

    Visitor.Answer issue(String path, String number) {
        return form(path, "/issue").fill("number", number).fill("day", TODAY).send();
    }

    Visitor.Form form(String path, String act) {
        return region().form(region().open(path), path + act);
    }

    Visitor.Answer pay(String path, String amount) {
        return form(path, "/payments").fill("amount", amount).send();
    }

    Visitor.Answer reduce(String path, String amount) {
        return form(path, "/reductions")
                .fill("amount", amount)
                .fill("words", "Une école de trop")
                .send();
    }

    void run(String sql) throws SQLException {
        try (var all = Superuser.connect(pool, "preau");
                var statement = all.createStatement()) {
            statement.execute(sql);
        }
    }

    String one(String sql) throws SQLException {
        try (var all = Superuser.connect(pool, "preau");
                var statement = all.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    /** The convention names this many schools in all, at this rate. */
    void schools(int count, int rateCents) throws SQLException {
        run(
                "delete from agreement_school where agreement_id in (select id from agreement where school_year = 2024 and state = 'SIGNED')");
        run(
                """
                insert into agreement_school (agreement_id, uai, school_year, label)
                select a.id, lpad((340900 + n)::text, 7, '0') || substr('ABCDEFGHJKLMNPRSTUVWXYZ', (340900 + n) %% 23 + 1, 1), a.school_year,
                       'CAZOULS-LÈS-BÉZIERS - 34 - ÉCOLE ÉLÉMENTAIRE PUBLIQUE NUMÉRO ' || n || ' - ' || lpad((340900 + n)::text, 7, '0') || substr('ABCDEFGHJKLMNPRSTUVWXYZ', (340900 + n) %% 23 + 1, 1)
                  from agreement a, generate_series(1, %d) n where a.school_year = 2024 and a.state = 'SIGNED'
                """
                        .formatted(count));
        run(
                "update agreement set rate_cents = %d, amount_cents = %d where school_year = 2024 and state = 'SIGNED'"
                        .formatted(rateCents, rateCents * count));
    }

    void terminate() throws SQLException {
        run(
                "update agreement set state = 'TERMINATED', terminated_on = '2024-09-01' where school_year = 2024 and state = 'SIGNED'");
    }
}
