package fr.preau.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Visitors;
import fr.preau.agreements.SignedAgreement;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * From a signed convention to a titre that is paid, contested, reduced; nothing is ever deleted.
 */
@School
class RevenueTest {
    @Autowired Visitors visitors;
    @Autowired HikariDataSource pool;
    @Autowired Walls walls;
    @Autowired JdbcClient db;

    private Desk desk;

    @BeforeEach
    void sit_down() {
        desk = new Desk(visitors, pool);
    }

    private List<String> journal() {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        "select action || ' ' || subject from audit where action like 'Revenue%' or action like 'Payment%' order by id")
                                .query(String.class)
                                .list());
    }

    @Test
    void signed_conventions_of_a_year_have_their_requests_prepared_together_once()
            throws SQLException {
        SignedAgreement.insert(pool, 2024, Desk.SIGNED);
        SignedAgreement.insert(pool, 2023, Desk.SIGNED);
        var list = desk.region().open("/revenue-orders?year=2024");
        assertThat(list.words())
                .contains("Une convention signée. Une n’a pas encore de demande.")
                .contains("Préparer la demande");
        var after = desk.region().form(list, "/revenue-orders/preparation").send();
        assertThat(after.words())
                .contains("Une demande préparée.")
                .contains("Commune de Cazouls-lès-Béziers")
                .contains("90 €");
        assertThat(
                        desk.region()
                                .post("/revenue-orders/preparation", Map.of("year", "2024"))
                                .location())
                .isEqualTo("/revenue-orders?year=2024&made=0&kept=1");
        assertThat(desk.region().open("/revenue-orders?year=2024&made=0&kept=1").words())
                .contains("Aucune demande à préparer. Une convention en avait déjà une.");
        assertThat(desk.one("select count(*) from revenue_order")).isEqualTo("1");
    }

    @Test
    void nothing_leaves_without_who_signs_and_what_lacks_is_said() throws SQLException {
        var path = desk.prepared();
        assertThat(desk.sendAnyway().words())
                .contains("Aucune demande n’est partie. Une reste préparée")
                .contains("Le nom de l’ordonnateur manque");
        desk.officer();
        desk.run("update revenue_order set siret = '21340069000012'");
        assertThat(desk.send().words())
                .contains("Une reste préparée")
                .contains("Le SIRET de la convention n’est pas valide");
        desk.run("update revenue_order set siret = '21340069000011'");
        assertThat(
                        desk.form(path, "/details")
                                .fill("chorusService", "ECOLES")
                                .fill("required", "true")
                                .send()
                                .words())
                .contains("La collectivité demande un numéro d’engagement, et il manque.");
        assertThat(desk.send().words()).contains("Une reste préparée");
        assertThat(desk.region().post(path + "/sending", Map.of()).status()).isEqualTo(422);
        desk.form(path, "/details").fill("commitmentNumber", "EJ-2024-17").send();
        assertThat(desk.send().words()).contains("Une demande est partie.");
        assertThat(desk.region().open(path).words())
                .contains("Envoyée")
                .contains("EJ-2024-17")
                .contains("Demande envoyée à la comptabilité");
        assertThat(desk.region().post(path + "/details", Map.of("chorusService", "X")).status())
                .as("it has left")
                .isEqualTo(422);
    }

    @Test
    void one_that_lacks_something_holds_no_other_up() throws SQLException {
        desk.officer();
        desk.prepared();
        desk.run(
                """
                insert into debtor (kind, name, siret, town_id, department_id, academy_id, region_id, street, postal_code, city, signatory_name, signatory_title, email, chorus_service, changed_at)
                select kind, 'Syndicat des Deux Rives', '25340001000012', town_id, department_id, academy_id, region_id, street, postal_code, city, signatory_name, signatory_title, '', 'ECOLES', now() from debtor where siret = '21340069000011'
                """);
        desk.run(
                """
                insert into agreement (debtor_id, school_year, town_id, department_id, academy_id, region_id, state, debtor_kind, debtor_name, siret, street, postal_code, city, signatory_name, signatory_title, chorus_service,
                                       region_signatory, template_id, rate_cents, amount_cents, made_at, effect_on, ends_on)
                select d.id, 2024, d.town_id, d.department_id, d.academy_id, d.region_id, 'SIGNED', d.kind, d.name, d.siret, d.street, d.postal_code, d.city, '', '', 'ECOLES', '', min(t.id), 4500, 4500, now(), '2024-06-26', '2025-09-01'
                  from debtor d, agreement_template t where d.name like 'Syndicat%' group by d.id
                """);
        desk.run(
                "insert into agreement_school (agreement_id, uai, school_year, label) select id, '0340900' || substr('ABCDEFGHJKLMNPRSTUVWXYZ', 340900 % 23 + 1, 1), 2024, 'X' from agreement where debtor_name like 'Syndicat%'");
        desk.prepare();
        var after = desk.send();
        assertThat(after.words())
                .contains("Une demande est partie. Une reste préparée")
                .contains("numéro d’engagement, et il manque");
        assertThat(
                        desk.one(
                                "select string_agg(state, ',' order by debtor_name) from revenue_order"))
                .isEqualTo("SENT,PREPARED");
    }

    @Test
    void a_titre_is_issued_with_a_due_date_then_paid_in_two_halves() throws SQLException {
        var path = desk.sent();
        assertThat(desk.issue(path, "4021").words())
                .contains("Le numéro est noté.")
                .contains("4021")
                .contains("10/10/2024");
        assertThat(desk.pay(path, "45").words())
                .contains("Payé en partie")
                .contains("Reste à payer 45 €");
        assertThat(desk.pay(path, "45,00").words())
                .contains("Le paiement est noté.")
                .contains("Reste à payer 0 €")
                .contains("Payé");
        assertThat(desk.one("select state from revenue_order")).isEqualTo("PAID");
        assertThat(journal().stream().filter(line -> line.endsWith("PAYMENT 4500")).count())
                .as("two halves are two facts")
                .isEqualTo(2);
        assertThat(
                        desk.one(
                                "select due_cents || ' ' || paid_cents || ' ' || overdue from agreement_payment"))
                .isEqualTo("9000 9000 false");
    }

    @Test
    void too_much_is_said_and_kept_on_the_page() throws SQLException {
        var path = desk.issued();
        desk.pay(path, "45");
        var over = desk.pay(path, "60,00");
        assertThat(over.status()).isEqualTo(422);
        assertThat(over.words()).contains("Il reste 45 € à payer : 60 € feraient 15 € de trop.");
        assertThat(over.page().select("input[name=amount][value=60,00]")).isNotEmpty();
        for (var wrong : List.of("", "0", "-45", "quarante-cinq", "=45"))
            assertThat(desk.pay(path, wrong).words()).as(wrong).contains("Donnez un montant");
        assertThat(desk.one("select paid_cents from agreement_payment")).isEqualTo("4500");
    }

    @Test
    void days_to_come_and_days_before_the_titre_are_refused() throws SQLException {
        var path = desk.issued();
        assertThat(
                        desk.form(path, "/payments")
                                .fill("amount", "45")
                                .fill("day", "2024-09-11")
                                .send()
                                .words())
                .contains("Ce jour n’est pas encore arrivé.");
        assertThat(
                        desk.form(path, "/payments")
                                .fill("amount", "45")
                                .fill("day", "2024-09-09")
                                .send()
                                .words())
                .contains("Donnez un jour à partir du 10/09/2024.");
    }

    @Test
    void a_reduction_is_a_counter_entry_and_all_of_it_cancels() throws SQLException {
        var path = desk.issued();
        var reduced = desk.reduce(path, "45");
        assertThat(reduced.words())
                .contains("Titre de réduction")
                .contains("Demandé d’abord : 90 €")
                .contains("Reste à payer 45 €");
        assertThat(desk.reduce(path, "45,01").words()).contains("ne peut pas dépasser 45 €");
        assertThat(desk.reduce(path, "45").words()).contains("Annulé");
        assertThat(desk.one("select total_cents || ' ' || state from revenue_order"))
                .isEqualTo("9000 CANCELLED");
        assertThat(
                        desk.one(
                                "select string_agg(cents::text, ',' order by id) from revenue_movement where kind = 'COUNTER_ENTRY'"))
                .isEqualTo("-4500,-4500");
    }

    @Test
    void a_cancelled_titre_takes_no_payment_and_is_followed_by_a_corrected_one()
            throws SQLException {
        var path = desk.issued();
        var form = desk.form(path, "/payments").fill("amount", "90");
        desk.reduce(path, "90");
        var late = form.send();
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.words()).contains("Ce titre est annulé : il ne reçoit plus rien.");
        var fresh = desk.region().form(desk.region().open(path), path + "/correction").send();
        assertThat(fresh.words()).contains("Préparée").contains("Corrige Le titre annulé");
        assertThat(fresh.page().select("a[href=" + path + "]")).isNotEmpty();
        assertThat(desk.region().post(path + "/correction", Map.of()).status())
                .as("one live titre for a convention")
                .isEqualTo(422);
        assertThat(desk.one("select count(*) || ' ' || count(corrects_id) from revenue_order"))
                .isEqualTo("2 1");
        assertThat(desk.one("select count(*) from agreement_payment")).isEqualTo("1");
        assertThat(
                        desk.region()
                                .post("/revenue-orders/preparation", Map.of("year", "2024"))
                                .location())
                .contains("made=0");
    }

    @Test
    void a_contest_suspends_and_its_decision_opens_what_follows() throws SQLException {
        var path = desk.issued();
        var contested =
                desk.form(path, "/contests").fill("words", "Une école a fermé en juin.").send();
        assertThat(contested.words()).contains("Contesté").contains("les relances s’arrêtent");
        assertThat(desk.region().post(path + "/reductions", act("90", 3)).status()).isEqualTo(422);
        assertThat(desk.form(path, "/decision").send().words())
                .contains("Choisissez ce qui a été décidé.");
        assertThat(desk.form(path, "/decision").fill("accepted", "true").send().words())
                .contains("Contestation acceptée")
                .contains("Émis");
        assertThat(desk.reduce(path, "45").words()).contains("Reste à payer 45 €");
        assertThat(desk.form(path, "/contests").fill("words", "Encore").send().words())
                .contains("Contesté");
        assertThat(desk.form(path, "/decision").fill("accepted", "false").send().words())
                .contains("Contestation rejetée")
                .contains("Reste à payer 45 €");
    }

    private static Map<String, String> act(String amount, int seen) {
        return Map.of("day", Desk.TODAY, "amount", amount, "words", "Motif", "seen", "" + seen);
    }

    @Test
    void what_was_paid_of_too_much_is_given_back_but_not_after_a_termination() throws SQLException {
        var path = desk.issued();
        desk.pay(path, "90");
        assertThat(desk.region().post(path + "/refunds", act("45", 3)).body())
                .contains("Rien n’a été payé de trop.");
        desk.reduce(path, "45");
        assertThat(desk.region().open(path).words()).contains("45 € payés de trop");
        assertThat(
                        desk.form(path, "/refunds")
                                .fill("amount", "20")
                                .fill("words", "Réduction")
                                .send()
                                .words())
                .contains("25 € payés de trop");
        desk.terminate();
        var refused = desk.region().post(path + "/refunds", act("25", 5));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Article 11 de la convention")
                .contains("restent acquises");
    }

    @Test
    void after_a_termination_what_is_due_stays_due_and_may_still_be_paid() throws SQLException {
        var path = desk.issued();
        desk.terminate();
        assertThat(desk.region().post(path + "/reductions", act("45", 2)).status()).isEqualTo(422);
        assertThat(desk.region().open(path).words())
                .contains("La convention est résiliée")
                .contains("Reste à payer 90 €");
        assertThat(desk.pay(path, "90").words()).contains("Le paiement est noté.");
    }

    @Test
    void a_terminated_convention_without_a_request_still_gets_one() throws SQLException {
        SignedAgreement.insert(pool, 2024, Desk.SIGNED);
        desk.terminate();
        assertThat(desk.prepare()).isNotEmpty();
    }

    @Test
    void who_acts_on_what_somebody_else_has_changed_is_told_and_writes_nothing()
            throws SQLException {
        var path = desk.issued();
        var first = desk.form(path, "/payments").fill("amount", "45");
        var second = desk.form(path, "/payments").fill("amount", "45");
        assertThat(first.send().words()).contains("Le paiement est noté.");
        var late = second.send();
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.words()).contains("Quelqu’un d’autre a agi sur ce titre entre-temps.");
        assertThat(late.page().select("input[name=amount][value=45]")).isNotEmpty();
        assertThat(desk.one("select paid_cents from agreement_payment")).isEqualTo("4500");
    }

    @Test
    void two_at_the_very_same_moment_pay_once() throws Exception {
        var path = desk.issued();
        var forms =
                List.of(
                        desk.form(path, "/payments").fill("amount", "90"),
                        desk.form(path, "/payments").fill("amount", "90"));
        try (var both = java.util.concurrent.Executors.newFixedThreadPool(2)) {
            var sent =
                    both.invokeAll(
                            forms.stream()
                                    .<java.util.concurrent.Callable<Integer>>map(
                                            form -> () -> form.sendOnly().status())
                                    .toList());
            assertThat(List.of(sent.get(0).get(), sent.get(1).get()))
                    .containsExactlyInAnyOrder(303, 422);
        }
        assertThat(desk.one("select paid_cents from agreement_payment")).isEqualTo("9000");
    }

    @Test
    void a_number_belongs_to_one_titre() throws SQLException {
        var path = desk.issued();
        desk.reduce(path, "90");
        var fresh = desk.region().form(desk.region().open(path), path + "/correction").send();
        var next =
                fresh.page()
                        .select("form[action$=/sending]")
                        .attr("action")
                        .replace("/sending", "");
        desk.send();
        assertThat(desk.issue(next, "4021").words())
                .contains("Le numéro 4021 est celui d’un autre titre.");
        assertThat(desk.issue(next, "4022").status()).isEqualTo(200);
        for (var wrong : List.of("", "=1+1", "a;b"))
            assertThat(
                            desk.region()
                                    .post(
                                            next + "/issue",
                                            Map.of("number", wrong, "day", Desk.TODAY, "seen", "1"))
                                    .status())
                    .isEqualTo(422);
    }

    @Test
    void the_database_itself_refuses_to_forget_or_to_change_an_amount() throws SQLException {
        desk.issued();
        for (var sql :
                List.of(
                        "delete from revenue_order",
                        "delete from revenue_movement",
                        "update revenue_movement set cents = 1",
                        "update revenue_order set total_cents = 1",
                        "update revenue_line set cents = 1",
                        "delete from revenue_line"))
            for (var role : List.of("preau_app", "preau_job"))
                assertThat(
                                org.assertj.core.api.Assertions.catchThrowable(
                                        () -> desk.run("set role " + role + "; " + sql)))
                        .as(role + ": " + sql)
                        .hasMessageContaining("permission denied");
    }

    @Test
    void the_table_for_accounting_has_a_line_for_each_school() throws SQLException {
        desk.sent();
        desk.run("update revenue_order set city = '=cmd|calc'");
        var csv = desk.region().ask("/revenue-orders.csv?year=2024");
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).contains("text/csv");
        assertThat(csv.body()).startsWith("\ufeffRéférence;Convention;");
        assertThat(csv.body().lines()).hasSize(3);
        assertThat(csv.body())
                .contains("21340069000011;")
                .contains(";0340289E;")
                .contains(";45,00;90,00;Envoyée;")
                .contains(";26/06/2024;26/06/2024;")
                .contains(";'=cmd|calc;");
        assertThat(desk.region().ask("/revenue-orders.csv?year=2024&state=PAID").body().lines())
                .hasSize(1);
        assertThat(journal()).contains("RevenueOrdersTaken revenue-orders 2024 2");
    }

    private static String paper(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0\u202f]+", " ");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void the_request_on_paper_names_each_school_and_its_amount_in_words() throws Exception {
        var path = desk.sent();
        var answer = desk.region().ask(path + "/request.pdf");
        java.nio.file.Files.write(java.nio.file.Path.of("target/revenue-2.pdf"), answer.bytes());
        assertThat(new String(answer.bytes(), 0, 5, StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF-");
        assertThat(paper(answer.bytes()))
                .contains("Demande d’émission de titre de perception")
                .contains("0340289E")
                .contains("0341315V")
                .contains("90,00 €")
                .contains("Soit quatre-vingt-dix euros.")
                .contains("Isabelle Roques")
                .contains("dans les deux mois qui suivent la notification")
                .contains("toutes taxes comprises")
                .contains("signée par la collectivité le 26/06/2024");
    }

    @Test
    void one_school_and_twenty_five_at_a_rate_with_cents_add_up() throws Exception {
        SignedAgreement.insert(pool, 2024, Desk.SIGNED);
        desk.schools(25, 4550);
        var path = desk.prepare();
        assertThat(desk.region().open(path).words()).contains("Dû 1 137,50 €");
        var pdf = desk.region().ask(path + "/request.pdf").bytes();
        java.nio.file.Files.write(java.nio.file.Path.of("target/revenue-25.pdf"), pdf);
        assertThat(paper(pdf))
                .contains("1 137,50 €")
                .contains("mille cent trente-sept euros et cinquante centimes");
        assertThat(desk.region().ask("/revenue-orders.csv?year=2024").body().lines()).hasSize(26);
        desk.run("update agreement set state = 'ABANDONED' where school_year = 2024");
        SignedAgreement.insert(pool, 2023, Desk.SIGNED);
        desk.run("delete from agreement_school where uai = '0340289E' and school_year = 2023");
        desk.run("update agreement set amount_cents = 4500 where school_year = 2023");
        desk.region().post("/revenue-orders/preparation", Map.of("year", "2023"));
        assertThat(desk.region().open("/revenue-orders?year=2023").words()).contains("45 €");
    }

    @Test
    void an_amount_that_is_not_the_sum_of_its_schools_stays_prepared() throws SQLException {
        desk.officer();
        SignedAgreement.insert(pool, 2024, Desk.SIGNED);
        desk.run(
                "update agreement set amount_cents = 9001 where school_year = 2024 and state = 'SIGNED'");
        desk.prepare();
        assertThat(desk.send().words())
                .contains("Une reste préparée")
                .contains("Le total ne correspond pas aux montants des écoles");
    }

    @Test
    void what_the_region_decides_holds_from_a_day_on_and_not_for_what_has_left()
            throws SQLException {
        var path = desk.sent();
        var region = desk.region();
        var today =
                region.post(
                        "/revenue-orders/terms",
                        Map.of("term", "VAT", "value", "Hors champ", "from", Desk.TODAY));
        assertThat(today.status()).as("something has left today").isEqualTo(422);
        assertThat(today.body()).contains("Au plus tôt le 11/09/2024");
        assertThat(
                        region.post(
                                        "/revenue-orders/terms",
                                        Map.of(
                                                "term",
                                                "VAT",
                                                "value",
                                                "Hors champ",
                                                "from",
                                                "2024-09-11"))
                                .status())
                .isEqualTo(303);
        assertThat(region.open("/revenue-orders/terms").words())
                .contains("À partir de demain : Hors champ");
        assertThat(paper(region.ask(path + "/request.pdf").bytes())).doesNotContain("Hors champ");
        for (var wrong :
                List.of(
                        Map.of("term", "DUE_DAYS", "value", "trente", "from", "2024-09-12"),
                        Map.of("term", "RECOURSE", "value", "", "from", "2024-09-12"),
                        Map.of("term", "NOTHING", "value", "x", "from", "2024-09-12"),
                        Map.of("term", "DUE_DAYS", "value", "30", "from", "")))
            assertThat(region.post("/revenue-orders/terms", wrong).status()).isEqualTo(422);
    }

    @Test
    void the_list_is_filtered_and_goes_on_page_by_page() throws SQLException {
        desk.issued();
        desk.run(
                """
                insert into debtor (kind, name, siret, town_id, department_id, academy_id, region_id, street, postal_code, city, signatory_name, signatory_title, email, chorus_service, changed_at)
                select kind, 'Syndicat ' || lpad(n::text, 3, '0'), lpad(n::text, 14, '9'), town_id, department_id, academy_id, region_id, street, postal_code, city, '', '', '', '', now() from debtor, generate_series(1, 60) n where siret = '21340069000011'
                """);
        desk.run(
                """
                insert into agreement (debtor_id, school_year, town_id, department_id, academy_id, region_id, state, debtor_kind, debtor_name, siret, street, postal_code, city, signatory_name, signatory_title, chorus_service,
                                       region_signatory, template_id, rate_cents, amount_cents, made_at, effect_on, ends_on)
                select d.id, 2024, d.town_id, d.department_id, d.academy_id, d.region_id, 'SIGNED', d.kind, d.name, d.siret, d.street, d.postal_code, d.city, '', '', '', '', min(t.id), 4500, 4500, now(), '2024-06-26', '2025-09-01'
                  from debtor d, agreement_template t where d.name like 'Syndicat%' group by d.id
                """);
        desk.prepare();
        var page = desk.region().open("/revenue-orders?year=2024");
        assertThat(page.words()).contains("Ensemble 61").contains("2 790 €");
        assertThat(page.page().select("tbody th a")).hasSize(50);
        var next = page.page().select("a[href*=after]").attr("href");
        assertThat(desk.region().open(next).page().select("tbody th a")).hasSize(11);
        var unpaid = desk.region().open("/revenue-orders?year=2024&unpaid=true");
        assertThat(unpaid.page().select("tbody th a")).hasSize(1);
        assertThat(desk.region().open("/revenue-orders?year=2024&state=PREPARED").words())
                .contains("Ensemble 60");
        assertThat(desk.region().open("/revenue-orders?year=2024&department=1").words())
                .contains("Aucun titre");
    }
}
