package fr.preau.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.Plain;
import fr.preau.School;
import fr.preau.Superuser;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.mail.Mail;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The convention of a commune: prepared, checked, signed by both, and then over. */
@School
class AgreementsTest {
    private static final String CAZOULS = "Commune de Cazouls-lès-Béziers";

    @Autowired Visitors visitors;
    @Autowired HikariDataSource pool;
    @Autowired JdbcClient db;
    @Autowired Walls walls;
    @Autowired Mail mail;
    @Autowired School.SettableClock clock;

    private void day(String day) {
        clock.setTo(LocalDate.parse(day).atTime(10, 0).atZone(School.PARIS).toInstant());
        visitors.forgetAll();
    }

    private void sql(String statement) throws SQLException {
        try (var connection = Superuser.connect(pool, "preau");
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    /** The page of the first convention of this list that bears this year. */
    private static String of(Visitor who, String year) {
        return who.open("/agreements").page().select("h2 a").stream()
                .filter(link -> link.text().contains(year))
                .findFirst()
                .orElseThrow()
                .attr("href");
    }

    private static Visitor.Answer press(Visitor who, String page, String action) {
        return who.form(who.open(page), page + action).send();
    }

    private static Visitor.Answer sign(Visitor who, String page) {
        return who.form(who.open(page), page + "/signature").fill("read", "true").send();
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private List<String> journal() {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        "select action from audit where subject like 'agreement %' or subject like 'debtor %' or subject like 'campaign %' or subject like 'term %' order by id")
                                .query(String.class)
                                .list());
    }

    /** Prepared by the région in May, as nobody had signed anything before. */
    private String begun(Visitor isabelle, int year) {
        var debtor = isabelle.open("/debtors?q=cazouls").page().select("h2 a").first().attr("href");
        var begun =
                isabelle.form(isabelle.open(debtor), debtor + "/agreements")
                        .fill("year", Integer.toString(year))
                        .send();
        assertThat(begun.words()).contains("Convention préparée");
        return begun.path();
    }

    @Test
    void the_town_reads_its_convention_its_amount_and_its_pages() throws Exception {
        var mireille = visitors.as("mireille.castan");
        var list = mireille.open("/agreements");
        assertThat(list.words())
                .contains(CAZOULS + ", 2024-2025")
                .contains("90 €")
                .contains("2 écoles")
                .contains("En vigueur");
        var page = mireille.open(of(mireille, "2024-2025"));
        var link = page.page().select("a[href$=.pdf]").first().attr("href");
        var pages = mireille.ask(link);
        assertThat(pages.headers().firstValue("Content-Type")).contains("application/pdf");
        Files.createDirectories(Path.of("target/pages"));
        Files.write(Path.of("target/pages/convention.pdf"), pages.bytes());
        assertThat(text(pages.bytes()))
                .contains("ENT-École", "SIRET 21340069000011", "place des Cent Quarante")
                .contains("2 x 45€ soit 90€")
                .contains("ÉCOLE MATERNELLE PUBLIQUE PAULINE KERGOMARD - 0340289E")
                .contains("CAZOULS-LÈS-BÉZIERS - 34 - ÉCOLE ÉLÉMENTAIRE PUBLIQUE")
                .contains("prend fin le 1er septembre 2025")
                .contains("Gilles Marty a signé")
                .contains("Isabelle Roques a signé");
        for (var article = 1; article <= 11; article++)
            assertThat(text(pages.bytes())).contains("Article " + article + " —");
        Archived.conforms(pages.bytes());
        day("2025-09-01");
        assertThat(visitors.as("mireille.castan").open(page.path()).words()).contains("En vigueur");
        day("2025-09-02");
        assertThat(visitors.as("mireille.castan").open(page.path()).words()).contains("Échue");
    }

    @Test
    void from_the_first_draft_to_the_day_after_the_last() throws Exception {
        SignedAgreement.clear(pool, 2025);
        day("2025-05-02");
        var page = begun(visitors.as("isabelle.roques"), 2025);
        var mireille = visitors.as("mireille.castan");
        assertThat(mireille.ask(page).status()).as("not sent yet").isEqualTo(404);
        assertThat(press(visitors.as("isabelle.roques"), page, "/sending").words())
                .contains("Convention envoyée à la commune");

        assertThat(visitors.as("isabelle.roques").open(page).words())
                .contains("La commune vérifie puis signe");
        assertThat(mireille.open("/notifications").words())
                .contains("Votre convention est à vérifier puis à signer");
        assertThat(press(mireille, page, "/check").words()).contains("Le maire peut signer");
        day("2025-06-24");
        var gilles = visitors.as("gilles.marty");
        assertThat(sign(gilles, page).words())
                .contains("Convention signée pour la commune")
                .contains("90 €")
                .contains("Montant fixé à la signature");
        day("2025-06-26");
        assertThat(visitors.as("isabelle.roques").open("/notifications").words())
                .contains("elle attend votre signature");
        assertThat(sign(visitors.as("isabelle.roques"), page).words())
                .contains("Convention signée. Elle est en vigueur")
                .contains("Sceau intact");
        var signed = visitors.as("mireille.castan").open(page);
        assertThat(signed.words())
                .contains("Signée par la commune mardi 24 juin 2025")
                .contains("Signée par la région académique jeudi 26 juin 2025")
                .contains("jusqu’au mardi 1er septembre 2026");
        assertThat(
                        db.sql(
                                        "select from_on || ' ' || to_on from town_convention where siren = '213400690' and from_on = '2025-06-26'")
                                .query(String.class))
                .isNotNull();

        day("2026-09-01");
        assertThat(visitors.as("mireille.castan").open(page).words()).contains("En vigueur");
        day("2026-09-02");
        assertThat(visitors.as("mireille.castan").open(page).words())
                .contains("Échue")
                .contains("2 x 45€ soit 90€");
        assertThat(journal())
                .containsSequence(
                        "AgreementDrafted",
                        "AgreementSent",
                        "AgreementChecked",
                        "AgreementSignedByTown",
                        "AgreementSigned");
    }

    @Test
    void two_schools_of_three_cost_ninety_euros() throws Exception {
        SignedAgreement.clear(pool, 2024);
        sql(
                "insert into structure (kind, name, uai, insee, academy, parent_id, town_id, city) select 'SCHOOL', 'École primaire publique des Vignes', '0349999J', insee, academy, parent_id, town_id, city from structure where uai = '0340289E'");
        day("2025-05-02");
        var isabelle = visitors.as("isabelle.roques");
        var page = begun(isabelle, 2025);
        assertThat(isabelle.open(page).words()).contains("135 €").contains("3 x 45€ soit 135€");
        assertThat(press(isabelle, page, "/schools/0349999J/removal").words())
                .contains("École retirée")
                .contains("2 x 45€ soit 90€");
        assertThat(
                        isabelle.form(isabelle.open(page), page + "/schools")
                                .fill("uai", "0349999j ")
                                .send()
                                .words())
                .as("taken back")
                .contains("3 x 45€ soit 135€");
    }

    @Test
    void a_school_has_one_payer_in_a_school_year_and_the_reason_is_said() throws Exception {
        sql(
                "insert into structure (kind, name, insee, siret) values ('TOWN', 'Maraussan', '34148', '21340148200018')");
        sql(
                "insert into structure (kind, name, uai, insee, academy, parent_id, town_id, city) select 'SCHOOL', 'École primaire publique des Vignes', '0349999J', '34148', academy, parent_id, (select id from structure where insee = '34148' and kind = 'TOWN'), 'MARAUSSAN' from structure where uai = '0340289E'");
        sql(
                "insert into school_above (node_id, school_id) select a.node_id, (select id from structure where uai = '0349999J') from school_above a join structure s on s.id = a.school_id and s.uai = '0340289E' join structure n on n.id = a.node_id and n.kind in ('REGION', 'ACADEMY', 'DEPARTMENT', 'DISTRICT')");
        var isabelle = visitors.as("isabelle.roques");
        var syndicate = register(isabelle, "Maraussan", "SYNDICATE", "25340001400010");
        var page = beginFor(isabelle, syndicate);
        var refused =
                isabelle.form(isabelle.open(page), page + "/schools")
                        .fill("uai", "0340289E")
                        .send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words())
                .contains(
                        "École maternelle publique Pauline Kergomard est déjà payée pour 2024-2025 par "
                                + CAZOULS);
        assertThat(refused.page().select("#uai").attr("value")).isEqualTo("0340289E");
        assertThat(
                        isabelle.form(isabelle.open(page), page + "/schools")
                                .fill("uai", "0349999J")
                                .send()
                                .words())
                .contains("1 x 45€ soit 45€");
    }

    private String register(Visitor isabelle, String town, String kind, String siret) {
        var found = isabelle.open("/debtors/new?q=" + town).page().select("h2 a").first();
        var form = isabelle.form(isabelle.open(found.attr("href")), "/debtors");
        return form.fill("kind", kind)
                .fill("name", "Syndicat des écoles")
                .fill("siret", siret)
                .fill("street", "1 rue des Écoles")
                .fill("postalCode", "34370")
                .fill("city", town)
                .fill("signatoryName", "Camille Exemple")
                .fill("signatoryTitle", "Présidente")
                .send()
                .path();
    }

    private String beginFor(Visitor isabelle, String debtor) {
        return isabelle.form(isabelle.open(debtor), debtor + "/agreements")
                .fill("year", "2024")
                .send()
                .path();
    }

    @Test
    void a_new_rate_leaves_what_is_signed_untouched() throws Exception {
        SignedAgreement.clear(pool, 2025);
        day("2025-05-02");
        var isabelle = visitors.as("isabelle.roques");
        var form =
                isabelle.open("/agreement-terms").page().select("form").stream()
                        .filter(one ->
                                one.select("input[name=term]").attr("value").equals("RATE_CENTS"))
                        .findFirst();
        assertThat(form).isPresent();
        var kept =
                isabelle.post(
                        "/agreement-terms",
                        Map.of("term", "RATE_CENTS", "value", "45,50 €", "from", "2025-06-01"));
        assertThat(kept.status()).isEqualTo(303);
        assertThat(isabelle.open("/agreement-terms").words()).contains("45,50 €");
        assertThat(isabelle.open(begun(isabelle, 2025)).words())
                .contains("91 €")
                .contains("2 x 45,50€ soit 91€");
        var mireille = visitors.as("mireille.castan");
        assertThat(mireille.open(of(mireille, "2024-2025")).words()).contains("2 x 45€ soit 90€");
    }

    @Test
    void conventions_are_read_by_those_whom_they_concern() throws Exception {
        var page = of(visitors.as("mireille.castan"), "2024-2025");
        for (var reader :
                List.of("mireille.castan", "gilles.marty", "isabelle.roques", "odile.fabre"))
            assertThat(visitors.as(reader).ask(page).status()).as(reader).isEqualTo(200);
        for (var other :
                List.of(
                        "bruno.astruc",
                        "marc.olivet",
                        "amina.benali",
                        "patrick.mazel",
                        "anne.seguy",
                        "remi.vernet",
                        "claude.toulousain")) {
            assertThat(visitors.as(other).ask(page).status()).as(other).isEqualTo(404);
            assertThat(visitors.as(other).ask("/agreements").status()).as(other).isEqualTo(404);
        }
        sql(
                "update role set structure_id = (select id from structure where kind = 'TOWN' and insee <> '34069' limit 1) where kind in ('TOWN_REFERENT', 'MAYOR')");
        visitors.forgetAll();
        assertThat(visitors.as("mireille.castan").ask(page).status())
                .as("the referent of another town")
                .isEqualTo(404);
        assertThat(visitors.as("mireille.castan").open("/agreements").words())
                .contains("Aucune convention pour le moment");
    }

    @Test
    void wrong_numbers_are_refused_and_what_was_typed_stays() throws Exception {
        var isabelle = visitors.as("isabelle.roques");
        var town = isabelle.open("/debtors/new?q=cazouls").page().select("h2 a").first();
        var form = isabelle.form(isabelle.open(town.attr("href")), "/debtors");
        var refused =
                form.fill("siret", "21340069000012")
                        .fill("street", "1 rue des Écoles")
                        .fill("postalCode", "34370")
                        .fill("signatoryName", "Camille Exemple")
                        .send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("Ce SIRET est faux");
        assertThat(refused.page().select("#signatoryName").attr("value"))
                .isEqualTo("Camille Exemple");

        var unusual = isabelle.form(refused, "/debtors").fill("siret", "213 401 722 00011").send();
        assertThat(unusual.words())
                .contains("Le SIREN 213401722 n’est pas celui que l’INSEE donne");
        var taken = isabelle.form(unusual, "/debtors").fill("siret", "21340069000011").send();
        assertThat(taken.words()).contains("Ce SIRET est déjà celui de " + CAZOULS);

        SignedAgreement.clear(pool, 2024);
        var page = begun(isabelle, 2024);
        for (var wrong : List.of("0340289F", "0340298E", "0340289I", "340289E", ""))
            assertThat(add(isabelle, page, wrong).words())
                    .as(wrong)
                    .contains("Ce numéro d’école est faux");
        assertThat(add(isabelle, page, "0349999J").words())
                .contains("Aucune école de l’annuaire ne porte le numéro 0349999J");
        assertThat(add(isabelle, page, "0340289E").words())
                .contains("est déjà dans cette convention");
    }

    private static Visitor.Answer add(Visitor who, String page, String uai) {
        return who.form(who.open(page), page + "/schools").fill("uai", uai).send();
    }

    @Test
    void a_school_that_closes_in_the_year_stays_due_and_is_said() throws Exception {
        sql("update structure set departed_at = '2024-11-04' where uai = '0340289E'");
        var mireille = visitors.as("mireille.castan");
        assertThat(mireille.open(of(mireille, "2024-2025")).words())
                .contains("N’est plus dans l’annuaire depuis lundi 4 novembre 2024")
                .contains("2 x 45€ soit 90€");
        SignedAgreement.clear(pool, 2025);
        day("2025-05-02");
        var isabelle = visitors.as("isabelle.roques");
        assertThat(isabelle.open(begun(isabelle, 2025)).words())
                .as("not for the year after")
                .contains("1 x 45€ soit 45€");
    }

    @Test
    void the_pages_that_come_back_are_those_that_were_sent() throws Exception {
        SignedAgreement.clear(pool, 2025);
        day("2025-05-02");
        var isabelle = visitors.as("isabelle.roques");
        var page = begun(isabelle, 2025);
        press(isabelle, page, "/sending");
        var mireille = visitors.as("mireille.castan");
        var before = pages(mireille, page);
        mireille.form(mireille.open(page), page + "/details")
                .fill("commitmentNumber", "E-2025-17")
                .send();
        press(mireille, page, "/check");
        var other = pages(mireille, of(mireille, "2024-2025"));

        assertThat(bring(mireille, page, "2024.pdf", other).words())
                .contains("Ces pages sont celles de la convention 2024-")
                .contains("Rien n’est changé");
        assertThat(bring(mireille, page, "avant.pdf", before).words())
                .contains("Ces pages sont l’édition 1 ; la convention a changé depuis");
        assertThat(bring(mireille, page, "rien.pdf", "bonjour".getBytes()).words())
                .contains("Ce fichier n’est pas un PDF");
        assertThat(bring(mireille, page, "blanc.pdf", Archived.blank()).words())
                .contains("Nous ne trouvons sur ces pages ni le repère ni le code");
        assertThat(mireille.open(page).words()).contains("Envoyée à la commune");

        assertThat(bring(mireille, page, "telechargee.pdf", pages(mireille, page)).words())
                .contains("personne n’y a signé");
        assertThat(bring(mireille, page, "bombe.pdf", Archived.bomb()).words())
                .contains("Ce fichier n’est pas un PDF");

        var scanned = Archived.scanned(pages(mireille, page));
        assertThat(text(scanned)).as("the premise: a scan has no words").isBlank();
        var kept = bring(mireille, page, "signee.pdf", scanned);
        assertThat(kept.words())
                .contains("Convention signée pour la commune")
                .contains("a signé sur papier");
        var brought = kept.page().select("a[href*=/commune-]").attr("href");
        assertThat(visitors.as("isabelle.roques").ask(brought).bytes()).isEqualTo(scanned);
    }

    private static byte[] pages(Visitor who, String page) {
        return who.ask(who.open(page).page().select("a[href$=.pdf]").first().attr("href")).bytes();
    }

    private static Visitor.Answer bring(Visitor who, String page, String name, byte[] pdf) {
        var answer =
                who.form(who.open(page), page + "/paper")
                        .attach("file", name, pdf)
                        .fill("signedOn", "2025-05-02")
                        .send();
        return answer;
    }

    @Test
    void whoever_signs_is_whom_the_convention_names_and_has_read_this_edition() throws Exception {
        SignedAgreement.clear(pool, 2025);
        day("2025-05-02");
        var isabelle = visitors.as("isabelle.roques");
        var page = begun(isabelle, 2025);
        press(isabelle, page, "/sending");
        var mireille = visitors.as("mireille.castan");
        press(mireille, page, "/check");
        var gilles = visitors.as("gilles.marty");
        var open = gilles.form(gilles.open(page), page + "/signature").fill("read", "true");
        mireille.form(mireille.open(page), page + "/details")
                .fill("signatoryName", "Camille Exemple")
                .send();
        assertThat(open.send().words()).contains("n’a pas encore vérifié cette édition");
        press(mireille, page, "/check");
        assertThat(open.send().words())
                .contains("La convention a changé depuis que vous l’avez ouverte");
        assertThat(sign(gilles, page).words())
                .contains("La convention nomme Camille Exemple comme signataire");
        assertThat(mireille.post(page + "/signature", Map.of("edition", "2")).status())
                .as("a referent does not sign here")
                .isEqualTo(404);
    }

    @Test
    void the_town_hall_is_written_to_once_when_its_convention_is_sent() throws Exception {
        SignedAgreement.clear(pool, 2025);
        sql("update debtor set email = 'mairie@cazouls.example'");
        day("2025-05-02");
        var before = mail.kept().size();
        var isabelle = visitors.as("isabelle.roques");
        var page = begun(isabelle, 2025);
        press(isabelle, page, "/sending");
        assertThat(mail.kept()).hasSize(before + 1);
        assertThat(mail.kept().getFirst().to()).isEqualTo("mairie@cazouls.example");
        assertThat(mail.kept().getFirst().text()).contains(page).contains(CAZOULS);
    }

    @Test
    void a_seal_that_was_tampered_with_is_seen() throws Exception {
        var page = of(visitors.as("mireille.castan"), "2024-2025");
        assertThat(visitors.as("mireille.castan").open(page).words())
                .contains("Sceau intact")
                .doesNotContain("Sceau rompu");
        sql("update agreement_seal set signed_on = signed_on - 1 where party = 'TOWN'");
        assertThat(visitors.as("mireille.castan").open(page).words()).contains("Sceau rompu");
    }

    @Test
    void the_text_is_written_by_the_region_and_what_was_sent_keeps_its_own() throws Exception {
        SignedAgreement.clear(pool, 2025);
        day("2025-05-02");
        var isabelle = visitors.as("isabelle.roques");
        var template = isabelle.open("/agreement-template");
        var body = template.page().select("textarea").text();
        var wrong =
                isabelle.form(template, "/agreement-template")
                        .fill("body", "## Article 1\n\n{commune} paie {calcul}")
                        .send();
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.words()).contains("Aucune convention ne remplit {commune}");
        var sent = begun(isabelle, 2025);
        press(isabelle, sent, "/sending");
        isabelle.form(isabelle.open("/agreement-template"), "/agreement-template")
                .fill(
                        "body",
                        "## Article 1 — Tout est neuf\n\n{payeur}, {siret}, {calcul}, jusqu’au {fin}.\n\n{écoles}")
                .send();
        assertThat(text(pages(isabelle, sent))).doesNotContain("Tout est neuf");
        var look = isabelle.open("/agreement-template").page().select("a[href$=.pdf]").first();
        assertThat(text(isabelle.ask(look.attr("href")).bytes()))
                .contains("Tout est neuf")
                .contains("Commune de Villexemple")
                .contains("2 x 45€ soit 90€");
        assertThat(body).contains("{écoles}");
        assertThat(Plain.words(look.text())).contains("PDF");
    }

    @Test
    void what_a_town_is_called_is_never_read_as_writing() {
        var facts = Map.of("payeur", "Commune", "calcul", "x");
        assertThat(Articles.html("**{payeur}** {calcul}", facts))
                .contains("<strong>Commune</strong>");
        assertThat(Articles.html("<script>{payeur}</script>", facts))
                .doesNotContain("<script>")
                .contains("&lt;script&gt;");
    }
}
