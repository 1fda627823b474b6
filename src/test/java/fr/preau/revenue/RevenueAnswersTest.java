package fr.preau.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What accounting answers in a file: looked at first, then written; nothing is lost. */
@School
class RevenueAnswersTest {
    private static final String HEADER =
            "Numéro du titre;Référence;Date d’émission;Montant payé;Date de paiement\r\n";

    @Autowired Visitors visitors;
    @Autowired HikariDataSource pool;

    private Desk desk;

    @BeforeEach
    void sit_down() {
        desk = new Desk(visitors, pool);
    }

    private String reference() throws SQLException {
        return desk.one("select reference from revenue_order order by id desc limit 1");
    }

    private Visitor.Answer bring(byte[] file) {
        var region = desk.region();
        return region.form(region.open("/revenue-imports"), "/revenue-imports")
                .attach("file", "réponses.csv", file)
                .send();
    }

    private Visitor.Answer bring(String lines) {
        return bring((HEADER + lines).getBytes(StandardCharsets.UTF_8));
    }

    private Visitor.Answer confirm(Visitor.Answer preview) {
        return desk.region()
                .form(preview, preview.page().select("form[action$=/confirmation]").attr("action"))
                .send();
    }

    private String movements() throws SQLException {
        return desk.one(
                "select string_agg(kind || ' ' || on_day || ' ' || cents, ', ' order by id) from revenue_movement");
    }

    @Test
    void number_and_payment_are_looked_at_then_written_once() throws SQLException {
        desk.sent();
        var lines = "4021;" + reference() + ";10/09/2024;90,00;10/09/2024\r\n";
        var preview = bring(lines);
        assertThat(preview.words())
                .contains(
                        "Une ligne correspond. Aucune n’était déjà notée. Aucune n’est gardée à part.")
                .contains(
                        "Numéro 4021, émis le 10/09/2024, et paiement de 90,00 €, le 10/09/2024.");
        assertThat(desk.one("select state from revenue_order"))
                .as("nothing is written before")
                .isEqualTo("SENT");
        assertThat(confirm(preview).words()).contains("Les lignes sont écrites.");
        assertThat(desk.one("select state || ' ' || number || ' ' || due_on from revenue_order"))
                .isEqualTo("PAID 4021 2024-10-10");
        assertThat(movements())
                .isEqualTo("SENT 2024-09-10 0, ISSUED 2024-09-10 0, PAYMENT 2024-09-10 9000");
        assertThat(bring(lines).words()).as("the same file").contains("Ce que ce fichier a changé");
        assertThat(bring(lines + "\r\n").words())
                .as("the same lines in another file")
                .contains("Aucune ligne à écrire. Une était déjà notée.")
                .contains("Déjà noté");
        assertThat(desk.one("select count(*) from revenue_movement")).isEqualTo("3");
    }

    @Test
    void confirming_twice_writes_once() throws SQLException {
        desk.sent();
        var preview = bring("4021;" + reference() + ";10/09/2024;;\r\n");
        confirm(preview);
        assertThat(
                        desk.region()
                                .post(
                                        preview.page()
                                                .select("form[action$=/confirmation]")
                                                .attr("action"),
                                        Map.of())
                                .status())
                .isEqualTo(303);
        assertThat(movements()).isEqualTo("SENT 2024-09-10 0, ISSUED 2024-09-10 0");
        assertThat(confirm(bring("4021;" + reference() + ";10/09/2024;90;10/09/2024\r\n")).words())
                .contains("Les lignes sont écrites.");
        assertThat(desk.one("select state from revenue_order")).isEqualTo("PAID");
    }

    @Test
    void what_does_not_fit_is_kept_apart_with_the_reason() throws SQLException {
        desk.issued();
        var ours = reference();
        var preview =
                bring(
                        "4021;"
                                + ours
                                + ";10/09/2024;45,00;10/09/2024\r\n"
                                + "4021;"
                                + ours
                                + ";10/09/2024;45,00;10/09/2024\r\n"
                                + "4099;TP-2024-999999;10/09/2024;90;10/09/2024\r\n");
        assertThat(preview.words())
                .contains("Aucune ligne à écrire.")
                .contains("3 sont gardées à part.")
                .contains(
                        "Le montant payé 45,00 € ne correspond pas aux 90,00 € dus : la ligne est gardée à part.")
                .contains("est déjà plus haut dans ce fichier")
                .contains("n’est celle d’aucune demande");
        var done = confirm(preview);
        assertThat(done.words())
                .contains("Ce que ce fichier a changé")
                .contains("ne correspond pas aux 90,00 € dus");
        assertThat(desk.one("select count(*) from revenue_answer where outcome is not null"))
                .isEqualTo("3");
        desk.pay(done.page().select("a[href~=/revenue-orders/[0-9]+]").attr("href"), "45");
        assertThat(desk.one("select state from revenue_order")).isEqualTo("PARTLY_PAID");
        assertThat(bring("4021;" + ours + ";10/09/2024;90;10/09/2024\r\n").words())
                .contains("Le montant payé 90,00 € dépasse les 45,00 € qui restent dus");
        assertThat(bring("4022;" + ours + ";10/09/2024;45;10/09/2024\r\n").words())
                .contains("Ce titre porte déjà un autre numéro");
    }

    @Test
    void each_wrong_line_has_its_sentence() throws SQLException {
        desk.sent();
        var ours = reference();
        for (var wrong :
                Map.of(
                                "=1+1;" + ours + ";10/09/2024;;", "Le numéro du titre manque",
                                "4021;" + ours + ";11/09/2024;;", "est à venir",
                                "4021;" + ours + ";31/02/2024;;", "n’est pas lisible",
                                "4021;" + ours + ";09/09/2024;;", "précède l’envoi",
                                "4021;" + ours + ";10/09/2024;quatre;",
                                        "Le montant « quatre » n’est pas lisible",
                                "4021;" + ours + ";10/09/2024;90;", "La date de paiement")
                        .entrySet())
            assertThat(bring(wrong.getKey() + "\r\n").words())
                    .as(wrong.getKey())
                    .contains(wrong.getValue());
        desk.run("update revenue_order set state = 'CANCELLED'");
        assertThat(bring("4021;" + ours + ";10/09/2024;90;10/09/2024\r\n").words())
                .contains("Ce titre est annulé : la ligne est gardée à part.");
    }

    @Test
    void a_file_left_has_changed_nothing_and_may_come_back() throws SQLException {
        desk.sent();
        var lines = "4021;" + reference() + ";10/09/2024;;\r\n";
        var preview = bring(lines);
        var left =
                desk.region()
                        .form(
                                preview,
                                preview.page().select("form[action$=/removal]").attr("action"))
                        .send();
        assertThat(left.words()).contains("Le fichier est abandonné").contains("Abandonné");
        assertThat(confirm(bring(lines)).words()).contains("Les lignes sont écrites.");
    }

    @Test
    void hostile_files_are_refused_in_words_and_letters_of_offices_are_read() throws SQLException {
        desk.sent();
        var latin =
                (HEADER.replace('’', '\'') + "4021;" + reference() + ";10/09/2024;;\r\n")
                        .getBytes(Charset.forName("windows-1252"));
        assertThat(bring(latin).words()).contains("Une ligne correspond.");
        for (var wrong :
                Map.of(
                                "PK\u0003\u0004classeur",
                                "Ce fichier est un classeur",
                                "a\0b",
                                "n’est pas un texte",
                                "Nom;Prénom\r\nA;B\r\n",
                                "n’a pas les colonnes attendues",
                                HEADER,
                                "n’a que ses titres de colonnes",
                                HEADER + "\"4021;TP",
                                "n’est pas lisible",
                                HEADER + "1;2;3;4;5\r\n".repeat(AnswerFile.MOST_LINES + 1),
                                "dépasse 5000 lignes",
                                HEADER + "x".repeat(AnswerFile.MOST_BYTES),
                                "dépasse 1 Mo")
                        .entrySet()) {
            var answer = bring(wrong.getKey().getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).as(wrong.getValue()).isEqualTo(422);
            assertThat(answer.words()).contains(wrong.getValue());
        }
        assertThat(bring(new byte[0]).words()).contains("Choisissez un fichier.");
        var formula = bring("4021;=HYPERLINK(1);<b>;90;x\r\n");
        assertThat(formula.body()).contains("=HYPERLINK(1)").doesNotContain("<b>;");
        assertThat(formula.page().select("td b")).isEmpty();
    }

    @Test
    void nobody_else_brings_or_reads_a_file() throws SQLException {
        desk.sent();
        var preview = bring("4021;" + reference() + ";10/09/2024;;\r\n");
        var address =
                preview.page()
                        .select("form[action$=/removal]")
                        .attr("action")
                        .replace("/removal", "");
        assertThat(desk.region().ask(address).status()).isEqualTo(200);
        for (var login : java.util.List.of("odile.fabre", "mireille.castan", "marc.olivet")) {
            assertThat(visitors.as(login).ask(address).status()).as(login).isEqualTo(404);
            assertThat(visitors.as(login).ask("/revenue-imports").status())
                    .as(login)
                    .isEqualTo(404);
            assertThat(visitors.as(login).post(address + "/confirmation", Map.of()).status())
                    .as(login)
                    .isEqualTo(404);
        }
    }
}
