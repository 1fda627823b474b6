package fr.preau.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.Plain;
import fr.preau.School;
import fr.preau.Superuser;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.access.TestDoor;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each school's line should carry, year by year: the region's figures, the town's line. */
@School
class NetworkSheetTest {
    private static final Map<String, String> TWENTY =
            Map.of("devices", "20", "videos", "3", "sends", "1", "technology", "FIBRE");

    @Autowired Visitors visitors;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired TestDoor door;
    @Autowired HikariDataSource pool;
    @Autowired School.SettableClock clock;

    private String school(String uai) {
        return "/network/"
                + db.sql("select id from structure where uai = :uai")
                        .param("uai", uai)
                        .query(Long.class)
                        .single();
    }

    private String elementaire() {
        return school("0341315V");
    }

    private List<String> journal() {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        "select action || ' ' || subject from audit where action in ('FormulaChanged', 'FormulaTakenBack', 'LineDeclared', 'SheetMade', 'LineTested') order by id")
                                .query(String.class)
                                .list());
    }

    private Visitor.Answer make(Visitor who, String devices, String down, String up) {
        var form = who.form(who.open(elementaire()), elementaire());
        return form.fill("devices", devices)
                .fill("videos", "3")
                .fill("sends", "1")
                .fill("technology", "FIBRE")
                .fill("down", down)
                .fill("up", up)
                .send();
    }

    private Visitor.Answer newFormula(Visitor who, String video, String from) {
        var page = who.open("/network/formula");
        return who.form(page, "/network/formula").fill("video", video).fill("from", from).send();
    }

    /** Past the door again, later. */
    private Visitor later(String login) {
        var visitor = visitors.stranger();
        visitor.cookie("preau", door.enter(login));
        return visitor;
    }

    private String paper(Visitor who, String path) throws IOException {
        var answer = who.ask(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        try (var pdf = Loader.loadPDF(answer.bytes())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            return Plain.words(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "));
        }
    }

    @Test
    void a_director_declares_and_reads_what_the_line_should_carry_and_how_it_is_counted() {
        var marc = visitors.as("marc.olivet");
        var none = marc.open("/network");
        assertThat(none.path()).isEqualTo(elementaire());
        assertThat(none.words()).contains("Pas de fiche pour 2024-2025");
        var made = make(marc, "20", "8", "");
        assertThat(made.words())
                .contains("La fiche est faite.")
                .contains("devrait donner 14,38 Mbit/s pour recevoir et 2 Mbit/s pour envoyer")
                .contains("Il manque 6,38 Mbit/s pour recevoir.")
                .contains("La ligne déclarée atteint le palier confort")
                .contains("20 élèves à 0,1 Mbit/s")
                .contains("3 vidéos à 2,5 Mbit/s")
                .contains("11,5 Mbit/s en tout, plus 25 % de marge")
                .contains("faite par la direction de l’école")
                .contains("formule 2024-2025, version 1");
        assertThat(journal())
                .containsExactly(
                        "LineDeclared sheet 2024 edition 1", "SheetMade sheet 2024 edition 1");
        make(marc, "22", "8", "");
        assertThat(journal()).as("the line is the same").hasSize(3);
    }

    @Test
    void what_was_recommended_does_not_change_with_the_formula() throws IOException {
        var marc = visitors.as("marc.olivet");
        make(marc, "20", "300", "100");
        var first = marc.open(elementaire() + "?edition=1").words();
        var paper = paper(marc, elementaire() + "/2024/sheet.pdf");
        assertThat(paper)
                .contains("14,38 Mbit/s pour recevoir")
                .contains("La ligne déclarée suffit.")
                .contains("Année scolaire 2024-2025");

        newFormula(visitors.as("isabelle.roques"), "5", "2024-09-10");
        var still = marc.open(elementaire());
        assertThat(still.words())
                .contains("14,38 Mbit/s pour recevoir")
                .contains("a été faite avec la formule 2024-2025, version 1")
                .contains("La formule 2024-2025, version 2 vaut maintenant");
        assertThat(paper(marc, elementaire() + "/2024/sheet.pdf")).isEqualTo(paper);

        assertThat(make(marc, "20", "300", "100").words())
                .contains("23,75 Mbit/s pour recevoir")
                .contains("Édition 2, faite par");
        assertThat(marc.open(elementaire() + "?edition=1").words())
                .contains("Vous lisez l’édition 1.")
                .contains(between(first, "Recommandation", "Les trois paliers"));
        assertThat(paper(marc, elementaire() + "/2024/sheet.pdf?edition=1")).isEqualTo(paper);
    }

    private static String between(String words, String from, String to) {
        return words.substring(words.indexOf(from), words.indexOf(to));
    }

    @Test
    void a_year_that_is_over_is_read_and_not_written() throws IOException {
        var marc = visitors.as("marc.olivet");
        make(marc, "20", "300", "100");
        var paper = paper(marc, elementaire() + "/2024/sheet.pdf");
        clock.setTo(LocalDateTime.of(2025, 9, 2, 8, 0).atZone(School.PARIS).toInstant());
        var isabelle = later("isabelle.roques");
        newFormula(isabelle, "5", "2025-09-02");
        var mireille = later("mireille.castan");
        var now = mireille.open(elementaire());
        assertThat(now.words()).contains("Pas de fiche pour 2025-2026");
        assertThat(mireille.form(now, elementaire()).value("devices"))
                .as("what was declared last")
                .isEqualTo("20");
        assertThat(mireille.form(now, elementaire()).send().words())
                .contains("En 2025-2026")
                .contains("23,75 Mbit/s");
        var old = mireille.open(elementaire() + "?year=2024");
        assertThat(old.words())
                .contains("L’année 2024-2025 est terminée")
                .contains("14,38 Mbit/s pour recevoir");
        assertThat(old.page().select("form[action^=/network]")).isEmpty();
        assertThat(paper(mireille, elementaire() + "/2024/sheet.pdf")).isEqualTo(paper);
    }

    @Test
    void the_database_itself_lets_nobody_rewrite_a_sheet_or_a_formula() {
        make(visitors.as("marc.olivet"), "20", "300", "100");
        for (var change :
                List.of(
                        "update network_sheet set need_down_kbit = 1",
                        "delete from network_sheet",
                        "update network_formula set video_kbit = 1",
                        "delete from network_formula",
                        "update network_test set down_kbit = 1"))
            assertThatThrownBy(() -> walls.as(Wall.JOB, () -> db.sql(change).update()))
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
    }

    @Test
    void the_town_sees_its_schools_and_declares_their_line() {
        var mireille = visitors.as("mireille.castan");
        assertThat(make(mireille, "20", "300", "100").words()).contains("faite par la mairie");
        var list = mireille.open("/network");
        assertThat(list.words())
                .contains("2 écoles")
                .contains("Il faut 14,38 Mbit/s pour recevoir, 2 pour envoyer")
                .contains("Ligne de 300 Mbit/s")
                .contains("Ligne suffisante")
                .contains("Pas de fiche");
        assertThat(mireille.ask(other()).status()).isEqualTo(404);
        assertThat(list.page().select("a[href=/network/formula]")).isEmpty();
        assertThat(mireille.ask(elementaire() + "/test").status())
                .as("the class is the teacher's")
                .isEqualTo(404);

        var bruno = visitors.as("bruno.astruc");
        assertThat(bruno.open(elementaire()).page().select("form[action^=/network]")).isEmpty();
        assertThat(bruno.post(elementaire(), TWENTY).status()).isEqualTo(404);
    }

    private String other() {
        return "/network/"
                + db.sql("select min(id) from structure where kind = 'SCHOOL' and academy = '16'")
                        .query(Long.class)
                        .single();
    }

    @Test
    void the_number_of_a_small_school_is_told_to_nobody() throws SQLException {
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement()) {
            sql.execute(
                    "update person set departed_at = '2024-09-09' where kind = 'PUPIL' and id not in (select min(pupil_id) from enrolment e join structure s on s.id = e.school_id and s.uai = '0341315V')");
        }
        var mireille = visitors.as("mireille.castan");
        assertThat(mireille.open(elementaire()).words()).contains("Moins de 10 élèves et");
        var made = make(mireille, "20", "", "");
        assertThat(made.words())
                .contains("L’école a moins de 10 élèves : elle est comptée pour 10.")
                .contains("5 élèves à 0,1 Mbit/s")
                .doesNotContain("1 élève ");
        assertThat(
                        walls.as(
                                Wall.JOB,
                                () ->
                                        db.sql("select pupils from network_sheet")
                                                .query(Integer.class)
                                                .single()))
                .isEqualTo(10);
    }

    @Test
    void the_levels_above_read_and_the_others_find_nothing() {
        make(visitors.as("marc.olivet"), "20", "300", "100");
        for (var login :
                List.of(
                        "patrick.mazel",
                        "samira.haddad",
                        "odile.fabre",
                        "denis.aubrac",
                        "helene.costa")) {
            var reader = visitors.as(login, profileOf(login));
            assertThat(reader.open(elementaire()).words()).as(login).contains("14,38 Mbit/s");
            assertThat(reader.post(elementaire(), TWENTY).status()).as(login).isEqualTo(404);
        }
        assertThat(visitors.as("isabelle.roques").post(elementaire(), TWENTY).status())
                .isEqualTo(303);
        for (var login :
                List.of(
                        "amina.benali",
                        "yanis.benali",
                        "remi.vernet",
                        "anne.seguy",
                        "claude.toulousain",
                        "nadia.ferrand")) {
            var stranger = visitors.as(login);
            assertThat(stranger.ask(elementaire()).status()).as(login).isEqualTo(404);
            assertThat(stranger.ask(elementaire() + "/2024/sheet.pdf").status())
                    .as(login)
                    .isEqualTo(404);
            assertThat(stranger.post(elementaire(), TWENTY).status()).as(login).isEqualTo(404);
        }
    }

    private static fr.preau.web.Profile[] profileOf(String login) {
        return login.equals("helene.costa")
                ? new fr.preau.web.Profile[] {fr.preau.web.Profile.TEACHER}
                : new fr.preau.web.Profile[0];
    }

    @Test
    void a_wrong_declaration_is_refused_and_kept_on_the_page() {
        var wrong = make(visitors.as("marc.olivet"), "beaucoup", "-3", "1e9");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.words())
                .contains("Donnez le nombre d’appareils, de 1 à 2000.")
                .contains("Donnez un débit en Mbit/s");
        assertThat(wrong.page().select("#devices").val()).isEqualTo("beaucoup");
        assertThat(wrong.page().select("#up").val()).isEqualTo("1e9");
        assertThat(journal()).isEmpty();
    }

    @Test
    void the_region_alone_writes_the_formula_always_as_a_new_version() {
        var isabelle = visitors.as("isabelle.roques");
        var planned = newFormula(isabelle, "4", "2024-09-12");
        assertThat(planned.words())
                .contains("La nouvelle version est enregistrée.")
                .contains("Une version ne se corrige jamais")
                .contains("En vigueur Formule 2024-2025, version 1")
                .contains("Formule 2024-2025, version 2 À partir du jeudi 12 septembre 2024");
        assertThat(isabelle.form(planned, "/network/formula/undo").send().words())
                .contains("La version prévue est annulée.");
        var begun = newFormula(isabelle, "4", "2024-09-10");
        assertThat(begun.page().select("form[action=/network/formula/undo]")).isEmpty();
        assertThat(isabelle.post("/network/formula/undo", Map.of("formula", "1")).status())
                .isEqualTo(303);
        assertThat(isabelle.open("/network/formula").words())
                .contains("Formule 2024-2025, version 1");
        assertThat(journal())
                .containsExactly(
                        "FormulaChanged formula 2024 version 2 2024-09-12",
                        "FormulaTakenBack formula 2024 version 2",
                        "FormulaChanged formula 2024 version 2 2024-09-10");

        var wrong = newFormula(isabelle, "0", "2024-09-09");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.words())
                .contains("La version commence aujourd’hui ou plus tard.")
                .contains("par exemple 0,1");
        for (var login :
                List.of(
                        "odile.fabre",
                        "patrick.mazel",
                        "mireille.castan",
                        "marc.olivet",
                        "amina.benali")) {
            assertThat(visitors.as(login).ask("/network/formula").status())
                    .as(login)
                    .isEqualTo(404);
            assertThat(
                            visitors.as(login)
                                    .post("/network/formula/undo", Map.of("formula", "1"))
                                    .status())
                    .as(login)
                    .isEqualTo(404);
        }
    }

    @Test
    void a_perimeter_is_searched_and_leads_to_each_school() {
        var isabelle = visitors.as("isabelle.roques");
        assertThat(isabelle.open("/tools").page().select("a[href=/network]")).isNotEmpty();
        assertThat(isabelle.open("/network?q=exupery").words()).contains("1 école");
        assertThat(isabelle.open("/network?q=nulle+part").words())
                .contains("Aucune école ne correspond.");
        var first = isabelle.open("/network").page().select("#schools a").attr("href");
        assertThat(isabelle.open("/network?after=" + first.replaceAll("\\D", "")).words())
                .contains("Début de la liste");
        assertThat(isabelle.open(first).status()).isEqualTo(200);
    }
}
