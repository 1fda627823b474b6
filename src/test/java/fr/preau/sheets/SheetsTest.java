package fr.preau.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the school hands out: to whom, with what on it, and what it is worth. */
@School
class SheetsTest {
    private static final Pattern CODE = Pattern.compile("[2-9A-Z]{5}-[2-9A-Z]{5}");

    @Autowired Visitors visitors;

    private static String group(Visitor visitor, String label) {
        return visitor.open("/sheets").page().select("a:contains(" + label + ")").attr("href");
    }

    private static Visitor.Form file(Visitor visitor, String label, String form) {
        var group = group(visitor, label);
        return visitor.form(visitor.open(group), group + "/file").fill("form", form);
    }

    private static String words(byte[] pdf) throws Exception {
        try (var document = read(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Read, and left under target/pages as images to be looked at. */
    private static PDDocument read(byte[] pdf) throws Exception {
        var document = Loader.loadPDF(pdf);
        var folder = Files.createDirectories(Path.of("target/pages"));
        var name =
                "sheets-"
                        + Integer.toHexString(document.getNumberOfPages())
                        + "-"
                        + pdf.length / 10_000;
        var image = new PDFRenderer(document).renderImageWithDPI(0, 80);
        ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
        return document;
    }

    @Test
    void helene_hands_out_a_page_to_each_family_that_has_not_come() throws Exception {
        var helene = visitors.as("helene.costa");
        var sheets = file(helene, "CP A", "PAGE").sendOnly();
        assertThat(sheets.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(sheets.headers().firstValue("Cache-Control")).contains("no-store");
        var words = words(sheets.bytes());
        assertThat(words)
                .contains("Karim Benali")
                .contains("karim.benali")
                .contains("pour Yanis")
                .contains("La première fois")
                .doesNotContain("Amina Benali");
        try (var document = read(sheets.bytes())) {
            assertThat(document.getNumberOfPages())
                    .isEqualTo((int) CODE.matcher(words).results().count());
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
        }
    }

    @Test
    void a_code_of_a_sheet_opens_the_account() throws Exception {
        var helene = visitors.as("helene.costa");
        var csv = file(helene, "CP A", "CSV").sendOnly().body();
        var line = csv.lines().filter(l -> l.contains("karim.benali")).findFirst().orElseThrow();
        var code = CODE.matcher(line);
        assertThat(code.find()).isTrue();
        var karim = visitors.stranger();
        var in =
                karim.form(karim.open("/activation"), "/activation")
                        .fill("login", "karim.benali")
                        .fill("code", code.group())
                        .fill("password", "cartable girafe onze")
                        .send();
        assertThat(in.words()).contains("Charte d’utilisation");
    }

    @Test
    void whoever_has_an_account_is_told_how_to_come_back_and_gets_no_code() throws Exception {
        var helene = visitors.as("helene.costa");
        var csv = file(helene, "CP A", "CSV").fill("everybody", "true").sendOnly().body();
        assertThat(csv.lines().filter(l -> l.contains("amina.benali")).findFirst().orElseThrow())
                .doesNotContainPattern(CODE);
        var paper = file(helene, "CP A", "EIGHT").fill("everybody", "true").sendOnly();
        assertThat(words(paper.bytes()))
                .contains("Amina Benali")
                .contains("Votre compte est ouvert");
    }

    @Test
    void two_households_of_a_child_are_on_one_page_eight_people_too() throws Exception {
        var helene = visitors.as("helene.costa");
        var everybody = file(helene, "CP A", "HALVES").fill("everybody", "true").sendOnly();
        try (var document = read(everybody.bytes())) {
            var text = new PDFTextStripper();
            var together = false;
            for (var page = 1; page <= document.getNumberOfPages(); page++) {
                text.setStartPage(page);
                text.setEndPage(page);
                var words = text.getText(document);
                together |= words.contains("Amina Benali") && words.contains("Karim Benali");
            }
            assertThat(together).isTrue();
        }
    }

    @Test
    void a_parent_at_the_gate_gets_a_new_code_shown_once() {
        var helene = visitors.as("helene.costa");
        var group = group(helene, "CP A");
        var list = helene.open(group);
        var amina = list.page().select("li:contains(Amina Benali) form").attr("action");
        var shown = helene.form(list, amina).send();
        var code = CODE.matcher(shown.words());
        assertThat(code.find()).isTrue();
        assertThat(shown.words()).contains("amina.benali");
        assertThat(helene.open(group).words()).doesNotContain(code.group());
    }

    @Test
    void only_who_looks_after_a_class_makes_its_sheets_and_only_a_director_those_of_the_staff() {
        var marc = visitors.as("marc.olivet");
        var cp = group(marc, "CP A");
        var staff = group(marc, "Personnel");
        assertThat(marc.open(staff).words()).contains("Hélène Costa");
        var julien = visitors.as("julien.pradal");
        assertThat(julien.open("/sheets").words())
                .doesNotContain("CP A")
                .doesNotContain("Personnel");
        assertThat(julien.ask(cp).status()).isEqualTo(404);
        assertThat(julien.ask(staff).status()).isEqualTo(404);
        assertThat(visitors.as("nadia.ferrand").ask(cp).status()).isEqualTo(404);
        assertThat(visitors.as("amina.benali").ask("/sheets").status()).isEqualTo(404);
    }

    @Test
    void a_mother_who_also_teaches_gets_her_code_from_her_own_direction_alone() {
        var marc = visitors.as("marc.olivet");
        var staff = marc.open(group(marc, "Personnel"));
        var hers = staff.page().select("li:contains(Hélène Costa) form").attr("action");
        assertThat(CODE.matcher(marc.form(staff, hers).send().words()).find()).isTrue();
        var julien = visitors.as("julien.pradal");
        var ce = group(julien, "CE1-CE2");
        var list = julien.open(ce);
        var row = list.page().select("li:contains(pour Tom):contains(Hélène Costa)");
        assertThat(row.text()).contains("Travaille aussi dans une école");
        assertThat(row.select("form")).isEmpty();
        var fields =
                java.util.Map.of(
                        "_csrf", list.page().select("input[name=_csrf]").val(), "_once", "tom");
        var account = hers.substring(hers.lastIndexOf('/'));
        assertThat(julien.post(ce + "/codes" + account, fields).status()).isEqualTo(404);
        var csv = file(julien, "CE1-CE2", "CSV").fill("everybody", "true").sendOnly().body();
        assertThat(csv.lines().filter(l -> l.contains("helene.costa")).findFirst().orElseThrow())
                .doesNotContainPattern(CODE);
    }

    @Test
    void a_code_for_somebody_of_another_class_is_refused() {
        var marc = visitors.as("marc.olivet");
        var cm = group(marc, "CM1-CM2");
        var thomas = marc.open(cm).page().select("li:contains(Thomas Leroy) form").attr("action");
        var account = thomas.substring(thomas.lastIndexOf('/'));
        var helene = visitors.as("helene.costa");
        var cp = group(helene, "CP A");
        var list = helene.open(cp);
        var own = list.page().select("form[action*=/codes/]").first().attr("action");
        var fields =
                java.util.Map.of(
                        "_csrf",
                        list.page().select("input[name=_csrf]").val(),
                        "_once",
                        "elsewhere");
        assertThat(own).startsWith(cp);
        assertThat(helene.post(cp + "/codes" + account, fields).status()).isEqualTo(404);
    }
}
