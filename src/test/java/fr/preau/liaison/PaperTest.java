package fr.preau.liaison;

import static fr.preau.liaison.Letters.send;
import static fr.preau.liaison.Letters.sign;
import static fr.preau.liaison.Letters.writing;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Superuser;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Families that never come: their coupon, and what the school notes when it comes back. */
@School
class PaperTest {
    @Autowired Visitors visitors;
    @Autowired School.SettableClock clock;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired HikariDataSource pool;

    private long count(String sql) {
        return walls.as(Wall.JOB, () -> db.sql(sql).query(Long.class).single());
    }

    /** A coupon for Karim whose secret the test knows: the real one is only on its paper. */
    private String couponOf(String note, String expires) throws Exception {
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement()) {
            sql.execute(
                    """
                    insert into note_coupon (school_id, note_id, pupil_id, guardian_id, token_hash, printed_at, printed_by, expires_on)
                    select g.school_id, g.note_id, g.pupil_id, g.guardian_id, sha256('coupon-connu'), n.sent_at, n.author_id, '%s'
                      from note_guardian g join note n on n.id = g.note_id join person p on p.id = g.guardian_id and p.first_name = 'Karim'
                     where g.note_id = %s
                    """
                            .formatted(expires, note.replaceAll("\\D", "")));
        }
        return "/liaison/coupon/coupon-connu";
    }

    private String box(Visitor.Answer page, String name) {
        return Letters.valueOf(page, name);
    }

    private Visitor.Answer printed(Visitor teacher, String note, String form) {
        var page = teacher.open(note + "/coupons");
        return teacher.form(page, note + "/coupons")
                .without("to")
                .add("to", karim(page))
                .fill("form", form)
                .sendOnly();
    }

    private static String karim(Visitor.Answer page) {
        return page.page().select("#print label.choice").stream()
                .filter(choice -> choice.select(".choice__title").text().equals("Karim Benali"))
                .findFirst()
                .orElseThrow()
                .select("input")
                .attr("value");
    }

    @Test
    void helene_prints_a_coupon_for_karim_who_never_comes_and_none_for_amina() throws Exception {
        var helene = visitors.as("helene.costa");
        var note = send(helene, "Yanis Benali", "Sortie au musée").path();
        assertThat(helene.open(note + "/coupons").page().select("#print").text())
                .contains("Karim Benali", "l’autre foyer est en ligne")
                .doesNotContain("Amina");
        var coupon = printed(helene, note, "FOUR");
        assertThat(coupon.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(Papers.words(coupon.bytes(), "coupon-four"))
                .contains("Sortie au musée", "Yanis Benali, CP A", "Karim Benali")
                .doesNotContain("Amina");
        clock.moveBy(Duration.ofMinutes(1));
        try (var document = Papers.read(printed(helene, note, "PAGE").bytes(), "coupon-page")) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
        }
        assertThat(helene.open(note).words()).contains("Karim Benali Papier remis aujourd’hui");
        assertThat(count("select count(*) from audit where action = 'CouponsPrinted'"))
                .isEqualTo(2);
    }

    @Test
    void those_who_would_not_learn_of_it_come_first_and_ticked_and_the_page_says_what_is_true() {
        var helene = visitors.as("helene.costa");
        var alone = send(helene, "Yanis Benali", "Sortie au musée").path() + "/coupons";
        var page = helene.open(alone);
        assertThat(page.page().select("#print input[name=to][checked]")).isEmpty();
        assertThat(page.words()).contains("Personne n’est coché").doesNotContain("Cochés :");
        assertThat(helene.open(alone + "?tick=all").page().select("#print input[checked]"))
                .isNotEmpty();

        var note =
                writing(helene, "Familles de CP A", "Photo de classe").fill("rule", "BOTH").send();
        printed(helene, note.path(), "FOUR");
        var all = note.path() + "/coupons";
        var boxes = helene.open(all).page().select("#print input[name=to]");
        var ticked = boxes.stream().map(box -> box.hasAttr("checked")).toList();
        assertThat(ticked).contains(true, false);
        assertThat(ticked.subList(0, ticked.lastIndexOf(true) + 1)).containsOnly(true);
        assertThat(helene.open(all).words()).contains("Cochés :");
        assertThat(helene.open(all + "?tick=none").page().select("#print input[checked]"))
                .isEmpty();
    }

    @Test
    void four_coupons_share_a_page_each_with_a_secret_of_its_own() throws Exception {
        var helene = visitors.as("helene.costa");
        var note =
                writing(helene, "Familles de CP A", "Photo de classe")
                        .fill("text", "Le photographe vient mardi. ".repeat(40))
                        .fill("deadline", "2024-09-13")
                        .send()
                        .path();
        var page = helene.open(note + "/coupons");
        var all = page.page().select("#print input[name=to]").eachAttr("value");
        var form = helene.form(page, note + "/coupons").without("to").fill("form", "FOUR");
        all.forEach(one -> form.add("to", one));
        try (var document = Papers.read(form.sendOnly().bytes(), "coupons-class")) {
            assertThat(document.getNumberOfPages()).isEqualTo((all.size() + 3) / 4);
        }
        assertThat(all).hasSizeGreaterThan(1);
        assertThat(
                        superuser(
                                "select count(distinct token_hash) from note_coupon where note_id = "
                                        + note.replaceAll("\\D", "")))
                .isEqualTo(all.size());
    }

    private long superuser(String query) throws Exception {
        try (var all = Superuser.connect(pool, "preau");
                var sql = all.createStatement();
                var rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void helene_scans_the_coupon_of_karim_and_notes_that_he_has_signed() throws Exception {
        var helene = visitors.as("helene.costa");
        var note =
                writing(helene, "Yanis Benali", "Classe de mer").fill("rule", "BOTH").send().path();
        sign(visitors.as("amina.benali"), note);
        assertThat(helene.open(note).words()).contains("0 sur 1").contains("1 signature sur 2");
        var coupon = couponOf(note, "2025-08-31");
        var seen = helene.open(coupon);
        assertThat(seen.words()).contains("Coupon de Yanis", "Classe de mer", "Qui a signé");
        assertThat(helene.open(note).words()).as("looking signs nothing").contains("0 sur 1");

        var noted = helene.form(seen, coupon).send();
        assertThat(noted.words())
                .contains(
                        "Signature sur papier notée",
                        "Karim Benali Signé sur papier",
                        "Hélène Costa");
        assertThat(helene.open(note).words())
                .contains("1 sur 1")
                .contains("Karim Benali Signé sur papier aujourd’hui");
        assertThat(count("select count(*) from audit where action = 'SignedOnPaper'")).isOne();
        assertThat(helene.post(coupon, Map.of()).status()).isEqualTo(422);

        var undone = helene.form(helene.open(coupon), note + "/paper/removal").send();
        assertThat(undone.path()).isEqualTo(coupon);
        assertThat(undone.words()).contains("Signature sur papier retirée", "Qui a signé");
        assertThat(helene.open(note).words()).contains("0 sur 1");
        assertThat(count("select count(*) from audit where action = 'PaperSignatureUndone'"))
                .isOne();
    }

    @Test
    void papers_that_came_back_are_also_ticked_in_a_list() {
        var helene = visitors.as("helene.costa");
        var note = send(helene, "Yanis Benali", "Sortie au musée").path();
        var page = helene.open(note + "/coupons");
        var noted = helene.form(page, note + "/paper").add("to", box(page, "Karim Benali")).send();
        assertThat(noted.words())
                .contains("Signature sur papier notée")
                .contains("noté par Hélène Costa");
        assertThat(helene.open(note).words()).contains("1 sur 1");
        var none = helene.post(note + "/paper", Map.of());
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.words()).contains("Cochez au moins un responsable");
    }

    @Test
    void what_a_guardian_signed_online_is_not_taken_back_by_the_school() {
        var helene = visitors.as("helene.costa");
        var note = send(helene, "Yanis Benali", "Sortie au musée").path();
        var key = box(helene.open(note + "/coupons"), "Amina Benali");
        sign(visitors.as("amina.benali"), note);
        assertThat(helene.post(note + "/paper/removal", Map.of("to", key)).status()).isEqualTo(303);
        assertThat(helene.open(note).words())
                .contains("Amina Benali Signé aujourd’hui")
                .contains("1 sur 1");
    }

    @Test
    void the_school_of_somebody_else_and_families_get_a_page_that_does_not_exist()
            throws Exception {
        var note = send(visitors.as("helene.costa"), "Yanis Benali", "Sortie au musée").path();
        var coupon = couponOf(note, "2025-08-31");
        assertThat(visitors.as("marc.olivet").open(coupon).status())
                .as("the director")
                .isEqualTo(200);
        for (var login :
                List.of(
                        "julien.pradal",
                        "nadia.ferrand",
                        "claude.toulousain",
                        "amina.benali",
                        "yanis.benali",
                        "mireille.castan")) {
            assertThat(visitors.as(login).ask(coupon).status()).as(login).isEqualTo(404);
            assertThat(visitors.as(login).post(coupon, Map.of("guardian", "1")).status())
                    .as(login)
                    .isEqualTo(404);
        }
        assertThat(visitors.as("helene.costa").ask("/liaison/coupon/invente").status())
                .isEqualTo(404);
        assertThat(visitors.stranger().ask(coupon).location()).startsWith("/sign-in?then=");
    }

    @Test
    void a_coupon_is_worth_nothing_after_its_school_year_nor_after_a_correction_to_sign_anew()
            throws Exception {
        var helene = visitors.as("helene.costa");
        var old = send(helene, "Yanis Benali", "Sortie d’hier").path();
        var expired = couponOf(old, "2024-08-31");
        assertThat(helene.open(expired).words()).contains("année scolaire passée");
        assertThat(helene.post(expired, Map.of("guardian", "1")).status()).isEqualTo(422);

        superuser("with gone as (delete from note_coupon returning 1) select count(*) from gone");
        var note = send(helene, "Yanis Benali", "Sortie lundi").path();
        var coupon = couponOf(note, "2025-08-31");
        assertThat(helene.open(coupon).page().select("form[action$=coupon-connu]")).isNotEmpty();
        clock.moveBy(Duration.ofMinutes(1));
        helene.form(helene.open(note + "/correction"), note + "/correction")
                .fill("title", "Sortie mardi")
                .add("again", "true")
                .send();
        assertThat(helene.open(coupon).words()).contains("avant la correction");
        assertThat(helene.post(coupon, Map.of("guardian", "1")).status()).isEqualTo(422);
        assertThat(helene.open(note).words()).contains("Karim Benali Jamais connecté");
    }

    @Test
    void a_guardian_of_another_child_cannot_have_signed() throws Exception {
        var helene = visitors.as("helene.costa");
        var note = send(helene, "Yanis Benali", "Sortie au musée").path();
        var coupon = couponOf(note, "2025-08-31");
        assertThat(helene.post(coupon, Map.of("guardian", "1")).status()).isEqualTo(404);
        assertThat(helene.post(coupon, Map.of()).words()).contains("Choisissez qui a signé");
        assertThat(helene.post(note + "/paper", Map.of("to", "1-1")).status()).isEqualTo(404);
    }
}
