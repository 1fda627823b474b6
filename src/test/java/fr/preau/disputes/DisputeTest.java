package fr.preau.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.access.TestDoor;
import fr.preau.agreements.SignedAgreement;
import fr.preau.database.Reach;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A disagreement between the commune and the région: who reads, who acts, what is filed. */
@School
class DisputeTest {
    private static final String REGION = "isabelle.roques";
    private static final String TOWN = "mireille.castan";
    private static final String MAYOR = "gilles.marty";

    @Autowired Visitors visitors;
    @Autowired TestDoor door;
    @Autowired School.SettableClock clock;
    @Autowired HikariDataSource pool;
    @Autowired JdbcClient db;
    @Autowired Writing writing;
    @Autowired Walls walls;

    private Court court;
    private long agreement;

    @BeforeEach
    void sign() throws SQLException {
        court = new Court(visitors, door, clock, pool);
        agreement = SignedAgreement.insert(pool, 2024, LocalDate.of(2024, 6, 26));
        court.on("2024-10-01");
    }

    private String opened() {
        return court.open(REGION, agreement, "Les 90 € ne sont pas versés.\n\nDeux relances.");
    }

    @Test
    void both_parties_read_the_same_page_and_nobody_else_does() {
        var dispute = opened();
        for (var login : new String[] {REGION, TOWN, MAYOR})
            assertThat(court.as(login).open(dispute).words())
                    .as(login)
                    .contains("Griefs exposés")
                    .contains("Les 90 € ne sont pas versés.")
                    .contains("qui vaut mise en demeure");
        for (var login :
                new String[] {
                    "bruno.astruc",
                    "marc.olivet",
                    "claude.toulousain",
                    "patrick.mazel",
                    "amina.benali"
                }) {
            assertThat(court.as(login).ask(dispute).status()).as(login).isEqualTo(404);
            assertThat(court.as(login).ask(dispute + "/formal-notice.pdf").status())
                    .as(login)
                    .isEqualTo(404);
        }
        for (var login : new String[] {"bruno.astruc", "marc.olivet", "patrick.mazel"})
            assertThat(court.as(login).ask("/disputes").status()).as(login).isEqualTo(404);
    }

    @Test
    void another_commune_does_not_find_it() {
        var dispute = opened();
        assertThat(court.as(TOWN).open("/disputes").words()).contains("Cazouls");
        court.run(
                """
                update agreement set town_id = (select id from structure where kind = 'TOWN' and insee <> '34069' limit 1) where state = 'SIGNED'
                """);
        for (var login : new String[] {TOWN, MAYOR}) {
            var other = court.as(login);
            assertThat(other.ask(dispute).status()).isEqualTo(404);
            assertThat(other.open("/disputes").words()).doesNotContain("Convention 2024");
            assertThat(
                            other.post(
                                            "/disputes",
                                            Map.of(
                                                    "agreement",
                                                    "" + agreement,
                                                    "day",
                                                    "2024-10-01",
                                                    "words",
                                                    "Griefs"))
                                    .status())
                    .isEqualTo(404);
            assertThat(
                            other.post(
                                            dispute + "/steps",
                                            Map.of(
                                                    "kind",
                                                    "OFFER",
                                                    "day",
                                                    "2024-10-01",
                                                    "words",
                                                    "x"))
                                    .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void the_dsden_looks_on_and_adds_nothing() {
        var dispute = opened();
        var odile = court.as("odile.fabre");
        var page = odile.open(dispute);
        assertThat(page.words())
                .contains("Griefs exposés")
                .contains("De son côté, la collectivité peut");
        assertThat(page.page().select("main form")).isEmpty();
        assertThat(odile.ask("/disputes/new").status()).isEqualTo(404);
        assertThat(odile.ask(dispute + "/steps/new?kind=OFFER").status()).isEqualTo(404);
        assertThat(
                        odile.post(
                                        dispute + "/steps",
                                        Map.of("kind", "OFFER", "day", "2024-10-01", "words", "x"))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void either_party_opens_and_once() {
        var dispute = court.open(MAYOR, agreement, "L’assistance ne répond pas.");
        assertThat(court.as(REGION).open(dispute).words()).contains("Griefs exposés");
        var again =
                court.as(REGION)
                        .post(
                                "/disputes",
                                Map.of(
                                        "agreement",
                                        "" + agreement,
                                        "day",
                                        "2024-10-01",
                                        "words",
                                        "Mes griefs à moi"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.words())
                .contains("Une procédure est déjà ouverte sur cette convention.")
                .as("what was typed is kept")
                .contains("Mes griefs à moi");
    }

    @Test
    void nobody_opens_about_a_convention_that_is_over() {
        court.run("update agreement set ends_on = '2024-09-30' where id = " + agreement);
        var over =
                court.as(REGION)
                        .post(
                                "/disputes",
                                Map.of(
                                        "agreement",
                                        "" + agreement,
                                        "day",
                                        "2024-10-01",
                                        "words",
                                        "Griefs"));
        assertThat(over.status()).isEqualTo(422);
        assertThat(over.words()).contains("La convention n’est pas en vigueur.");
    }

    @Test
    void a_refusal_says_why_and_keeps_what_was_typed() {
        var dispute = opened();
        var region = court.as(REGION);
        var form = court.form(region, dispute, StepKind.FIRST_LETTER);
        var wrong = form.fill("number", "???").fill("day", "2024-10-02").send();
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.words())
                .contains("Ce jour n’est pas encore venu.")
                .contains("Donnez le numéro du recommandé");
        assertThat(wrong.page().select("#number").val()).isEqualTo("???");
        court.act(REGION, dispute, StepKind.FIRST_LETTER);
        var before =
                region.post(
                        dispute + "/steps",
                        Map.of("kind", "OFFER", "day", "2024-09-30", "words", "Payons demain"));
        assertThat(before.status()).isEqualTo(422);
        assertThat(before.words())
                .contains(
                        "Ce jour vient avant l’étape précédente : donnez le mardi 1er octobre 2024")
                .contains("Payons demain");
        for (var refused :
                Map.of(
                                "REASONS", "son délai n’est pas passé",
                                "COURT", "Une étape vient avant celle-ci.",
                                "FAILED", "Une étape vient avant celle-ci.",
                                "TERMINATED", "C’est à l’autre partie de le faire.")
                        .entrySet())
            assertThat(
                            region.post(
                                            dispute + "/steps",
                                            Map.of(
                                                    "kind",
                                                    refused.getKey(),
                                                    "day",
                                                    "2024-10-01",
                                                    "words",
                                                    "x"))
                                    .words())
                    .contains(refused.getValue());
        var twice =
                region.post(
                        dispute + "/letters",
                        Map.of("kind", "FIRST_LETTER", "day", "2024-10-01", "number", "12345678"));
        assertThat(twice.words()).contains("C’est déjà noté.");
        var town =
                court.as(TOWN)
                        .post(
                                dispute + "/letters",
                                Map.of(
                                        "kind",
                                        "SECOND_LETTER",
                                        "day",
                                        "2024-10-01",
                                        "number",
                                        "12345678"));
        assertThat(town.words()).contains("C’est à l’autre partie de le faire.");
        assertThat(court.rows("select kind from dispute_step order by id"))
                .containsExactly("OPENED", "FIRST_LETTER");
    }

    @Test
    void a_step_of_today_is_taken_back_by_another_that_says_so() {
        var dispute = opened();
        court.act(REGION, dispute, StepKind.FIRST_LETTER);
        var region = court.as(REGION);
        var link = region.open(dispute).page().select("a[href$=/mistake]").attr("href");
        var done = region.form(region.open(link), link).fill("words", "Pas encore postée").send();
        assertThat(done.words())
                .contains("L’erreur est retirée")
                .contains("Retiré, saisi par erreur")
                .contains("Pas encore postée")
                .contains("Lettre à envoyer");
        assertThat(court.rows("select count(*)::text from dispute_step")).containsExactly("3");
        court.act(REGION, dispute, StepKind.FIRST_LETTER);
        court.on("2024-10-02");
        var late = court.as(REGION);
        assertThat(late.open(dispute).page().select("a[href$=/mistake]")).isEmpty();
        var step = court.rows("select max(id)::text from dispute_step").getFirst();
        var refused =
                late.post(dispute + "/steps/" + step + "/mistake", Map.of("words", "Trop tard"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("Une étape se retire le jour où elle a été saisie");
        assertThat(
                        court.as(TOWN)
                                .post(
                                        dispute + "/steps/" + step + "/mistake",
                                        Map.of("words", "Pas la mienne"))
                                .words())
                .contains("C’est à l’autre partie de retirer");
    }

    @Test
    void a_procedure_opened_by_mistake_is_over_and_another_may_be_opened() {
        var dispute = opened();
        var region = court.as(REGION);
        var link = region.open(dispute).page().select("a[href$=/mistake]").attr("href");
        assertThat(
                        region.form(region.open(link), link)
                                .fill("words", "Autre commune")
                                .send()
                                .words())
                .contains("ouverte par erreur");
        assertThat(court.open(TOWN, agreement, "Nos griefs")).isNotEqualTo(dispute);
    }

    @Test
    void an_agreement_is_of_the_text_that_was_read() {
        var dispute = opened();
        court.act(TOWN, dispute, StepKind.OFFER);
        var region = court.as(REGION);
        var reading = court.form(region, dispute, StepKind.AGREED);
        court.act(TOWN, dispute, StepKind.OFFER);
        var stale = reading.send();
        assertThat(stale.status()).isEqualTo(422);
        assertThat(stale.words()).contains("L’autre partie a changé son texte depuis");
        assertThat(court.act(REGION, dispute, StepKind.AGREED).words()).contains("Accord amiable");
        assertThat(court.as(TOWN).open("/disputes").words()).contains("Aucun désaccord en cours");
        assertThat(court.as(TOWN).open("/disputes?over=true").words()).contains("Cazouls");
    }

    private static String text(Visitor.Answer answer, String name) throws Exception {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment")
                .contains(".pdf");
        var folder = Files.createDirectories(Path.of("target/letters"));
        Files.write(folder.resolve(name + ".pdf"), answer.bytes());
        try (var document = Loader.loadPDF(answer.bytes())) {
            return new PDFTextStripper()
                    .getText(document)
                    .replaceAll("[\\s\u00a0]+", " ")
                    .replace("’ ", "’");
        }
    }

    @Test
    void the_letters_are_written_with_the_days_and_the_words_of_the_party() throws Exception {
        var dispute = opened();
        assertThat(text(court.as(REGION).ask(dispute + "/formal-notice.pdf"), "region-first"))
                .contains(
                        "Région académique Occitanie 31 rue de l’Université, 34064 Montpellier Cedex 2")
                .contains("Commune de Cazouls-lès-Béziers place des Cent Quarante 34370")
                .contains("À Montpellier, le mardi 1er octobre 2024")
                .contains("Lettre recommandée avec avis de réception")
                .contains("Les 90 € ne sont pas versés. Deux relances.")
                .contains("la présente lettre vaut mise en demeure")
                .contains(
                        "Pour un envoi le mardi 1er octobre 2024, ce délai va jusqu’au vendredi 1er novembre 2024")
                .contains("Isabelle Roques");
        assertThat(court.as(REGION).ask(dispute + "/termination-notice.pdf").status())
                .as("no reasons yet")
                .isEqualTo(404);
        court.act(REGION, dispute, StepKind.FIRST_LETTER);
        court.act(REGION, dispute, StepKind.PROPOSED);
        court.on("2024-10-20").act(TOWN, dispute, StepKind.FAILED);
        court.on("2024-12-20").act(REGION, dispute, StepKind.REASONS);
        assertThat(text(court.as(TOWN).ask(dispute + "/termination-notice.pdf"), "region-second"))
                .contains("Ce qui est dit ici")
                .contains("mis en demeure par lettre recommandée envoyée le mardi 1er octobre 2024")
                .contains("La conciliation a échoué le dimanche 20 octobre 2024")
                .contains("Pour un envoi le vendredi 20 décembre 2024")
                .contains("le samedi 4 janvier 2025")
                .contains("soit 90 € pour l’année scolaire, restent acquises")
                .contains("soit jusqu’au lundi 20 janvier 2025")
                .contains("tribunal administratif de Montpellier");
    }

    @Test
    void the_town_writes_in_its_own_name() throws Exception {
        var dispute = court.open(MAYOR, agreement, "L’assistance ne répond pas.");
        assertThat(text(court.as(MAYOR).ask(dispute + "/formal-notice.pdf"), "town-first"))
                .contains("Page 1 sur 1 Commune de Cazouls-lès-Béziers")
                .contains("À Cazouls-lès-Béziers, le mardi 1er octobre 2024")
                .contains("Maire Gilles Marty");
    }

    private static byte[] pdf(int size) {
        var bytes = new byte[size];
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 9);
        return bytes;
    }

    private Visitor.Answer file(Visitor who, String dispute, String name, byte[] bytes) {
        return who.form(who.open(dispute), dispute + "/pieces").attach("file", name, bytes).send();
    }

    @Test
    void a_piece_is_what_is_inside_and_runs_nothing() {
        var dispute = opened();
        var region = court.as(REGION);
        assertThat(file(region, dispute, "avis.html", pdf(100)).words())
                .contains("La pièce est déposée.")
                .contains("Empreinte SHA-256");
        var link = region.open(dispute).page().select(".pieces a").attr("href");
        var answer = court.as(TOWN).ask(link);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .matches("attachment; filename=\"convention-2024-\\d+-piece-\\d+\\.pdf\"");
        assertThat(answer.bytes()).isEqualTo(pdf(100));
        assertThat(court.as("bruno.astruc").ask(link).status()).isEqualTo(404);
        for (var hostile :
                new String[] {
                    "<html><script>", "MZ\u0090", "GIF89a", "PK\u0003\u0004", "%PD", ""
                }) {
            var refused =
                    file(
                            region,
                            dispute,
                            "avis.pdf",
                            hostile.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(refused.status()).as(hostile).isEqualTo(422);
        }
        assertThat(file(region, dispute, "avis.pdf", pdf(10_485_761)).words())
                .contains("Le fichier dépasse 10 Mo.");
        assertThat(file(region, dispute, "avis.pdf", pdf(10_485_760)).status()).isEqualTo(200);
        court.run(
                "insert into dispute_rule (name, from_on, value) values ('PIECES', '2024-09-30', 2)");
        assertThat(file(region, dispute, "avis.pdf", pdf(100)).words())
                .contains("Vous avez déjà déposé 2 pièces");
        assertThat(court.rows("select count(*)::text from dispute_piece")).containsExactly("2");
    }

    @Test
    void a_party_takes_none_of_the_room_of_the_other() {
        var dispute = opened();
        court.run(
                "insert into dispute_rule (name, from_on, value) values ('PIECES', '2024-09-30', 1)");
        var region = court.as(REGION);
        var page = file(region, dispute, "avis.pdf", pdf(100));
        assertThat(page.status()).isEqualTo(200);
        assertThat(file(region, dispute, "avis.pdf", pdf(100)).status()).isEqualTo(422);
        assertThat(file(court.as(TOWN), dispute, "avis.pdf", pdf(100)).status()).isEqualTo(200);
        region.form(page, page.page().select(".pieces form").attr("action")).send();
        assertThat(file(region, dispute, "avis.pdf", pdf(100)).status())
                .as("a piece that was disowned takes no room")
                .isEqualTo(200);
    }

    private boolean hears(String login, String words) {
        return court.as(login).open("/notifications").words().contains(words);
    }

    @Test
    void the_other_party_learns_from_its_bell_what_is_held_against_it() {
        var griefs = "L’autre partie expose ses griefs";
        var notice = "L’autre partie vous met en demeure";
        var end = "L’autre partie résilie la convention";
        var dispute = opened();
        assertThat(hears(TOWN, griefs)).isTrue();
        assertThat(hears(MAYOR, griefs)).isTrue();
        assertThat(hears(TOWN, notice)).isFalse();
        court.act(REGION, dispute, StepKind.FIRST_LETTER);
        assertThat(hears(MAYOR, notice)).isTrue();
        court.act(REGION, dispute, StepKind.PROPOSED);
        court.act(TOWN, dispute, StepKind.FAILED);
        court.act(REGION, dispute, StepKind.REASONS);
        assertThat(hears(TOWN, end)).isFalse();
        court.act(REGION, dispute, StepKind.SECOND_LETTER);
        assertThat(hears(TOWN, end)).isTrue();
        for (var login : new String[] {REGION, "odile.fabre"})
            assertThat(hears(login, "L’autre partie")).as(login).isFalse();
        var town = court.as(TOWN);
        var line =
                town.open("/notifications")
                        .page()
                        .select(
                                "main a:contains(résilie la convention), main button:contains(résilie la convention)");
        assertThat(line).isNotEmpty();
        court.act(REGION, dispute, StepKind.WITHDRAWN);
        court.open(MAYOR, agreement, "L’assistance ne répond pas.");
        assertThat(hears(REGION, griefs)).isTrue();
        assertThat(
                        court.rows(
                                "select distinct kind || ' ' || subject_id from notification where kind like 'DISPUTE%' and subject_id = "
                                        + dispute.replaceAll("\\D", "")))
                .hasSize(3);
    }

    @Test
    void what_commits_a_party_asks_again_who_one_is_and_keeps_what_was_typed() {
        var mayor = court.as(MAYOR);
        var town = mayor.form(mayor.open("/disputes/new"), "/disputes").fill("words", "Nos griefs");
        var dispute = opened();
        court.act(REGION, dispute, StepKind.FIRST_LETTER);
        var region = court.as(REGION);
        var offer =
                court.form(region, dispute, StepKind.OFFER)
                        .fill("words", "La moitié tout de suite.");
        var link = region.open(dispute).page().select("a[href$=/mistake]").attr("href");
        var mistake = region.form(region.open(link), link).fill("words", "Pas encore postée");
        clock.setTo(clock.instant().plusSeconds(11 * 60));
        var answer = offer.sendOnly();
        assertThat(answer.location()).startsWith("/second-factor?kept=true");
        assertThat(mistake.sendOnly().location()).startsWith("/second-factor?kept=true");
        assertThat(town.sendOnly().location()).startsWith("/second-factor?kept=true");
        assertThat(court.rows("select kind from dispute_step order by id"))
                .containsExactly("OPENED", "FIRST_LETTER");
        var proven = court.as(REGION);
        var found = court.form(proven, dispute, StepKind.OFFER);
        assertThat(found.value("words")).isEqualTo("La moitié tout de suite.");
        var again = proven.form(proven.open(link), link);
        assertThat(again.value("words")).isEqualTo("Pas encore postée");
        assertThat(again.send().words()).contains("L’erreur est retirée");
        assertThat(court.rows("select key from draft where key like 'dispute-%-back-%'")).isEmpty();
        assertThat(court.as(MAYOR).open("/disputes/new").page().select("#words").text())
                .isEqualTo("Nos griefs");
    }

    private long structure(String kind) {
        return Long.parseLong(
                court.rows(
                                "select %s_id::text from agreement where id = %d"
                                        .formatted(kind, agreement))
                        .getFirst());
    }

    @Test
    void whoever_only_looks_writes_nothing_behind_the_wall_either() {
        opened();
        var step =
                "insert into dispute_step (dispute_id, agreement_id, kind, party, on_day, made_at) select id, agreement_id, 'OFFER', 'TOWN', '2024-10-01', now() from dispute";
        var other =
                "insert into dispute (agreement_id, opener, opened_on, conciliation_months, termination_days, court_months, court, opened_at, closed_at) select agreement_id, 'TOWN', '2024-10-01', 1, 15, 1, '', now(), now() from dispute";
        var close = "update dispute set closed_at = closed_at";
        var looks = new Reach(0, List.of(), List.of(structure("department"), structure("academy")));
        assertThat(
                        walls.within(
                                looks,
                                () ->
                                        db.sql("select count(*) from dispute_step")
                                                .query(Integer.class)
                                                .single()))
                .isEqualTo(1);
        for (var statement : new String[] {step, other})
            assertThatThrownBy(() -> walls.within(looks, () -> db.sql(statement).update()))
                    .as(statement)
                    .rootCause()
                    .hasMessageContaining("row-level security");
        assertThat(walls.<Integer>within(looks, () -> db.sql(close).update())).isZero();
        for (var party :
                new Reach[] {
                    new Reach(0, List.of(), List.of(structure("region"))),
                    new Reach(0, List.of(), List.of(), List.of(structure("town")))
                })
            for (var statement : new String[] {close, step, other})
                assertThat(walls.<Integer>within(party, () -> db.sql(statement).update()))
                        .as(statement)
                        .isPositive();
    }

    @Test
    void a_wrong_piece_stays_and_says_so() {
        var dispute = opened();
        var region = court.as(REGION);
        var page = file(region, dispute, "avis.pdf", pdf(100));
        var action = page.page().select(".pieces form").attr("action");
        assertThat(court.as(TOWN).open(dispute).page().select(".pieces form")).isEmpty();
        assertThat(court.as(TOWN).post(action, Map.of()).status()).isEqualTo(404);
        assertThat(region.form(page, action).send().words()).contains("Déposée par erreur");
        assertThat(region.ask(page.page().select(".pieces a").attr("href")).status())
                .isEqualTo(200);
        assertThat(court.rows("select action from audit where action like 'Dispute%' order by id"))
                .containsExactly("DisputeOpened", "DisputePieceFiled", "DisputePieceDisowned");
    }

    @Test
    void nothing_that_was_entered_is_changed_or_deleted() {
        opened();
        for (var statement :
                new String[] {
                    "update dispute_step set words = ''",
                    "delete from dispute_step",
                    "delete from dispute",
                    "update dispute set opener = 'TOWN'",
                    "update dispute set termination_days = 1",
                    "delete from dispute_piece",
                    "update dispute_piece set bytes = ''",
                    "delete from dispute_piece_error"
                })
            assertThatThrownBy(() -> walls.as(Wall.JOB, () -> db.sql(statement).update()))
                    .as(statement)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        assertThat(
                        court.rows(
                                """
                                select table_name || ' ' || privilege_type from information_schema.role_table_grants
                                 where grantee = 'preau_app' and table_name like 'dispute%' and privilege_type not in ('SELECT', 'INSERT')
                                """))
                .isEmpty();
    }

    @Test
    void what_was_typed_when_the_session_ended_is_found_again() {
        var dispute = opened();
        var account =
                Long.parseLong(
                        court.rows("select id::text from account where login = 'mireille.castan'")
                                .getFirst());
        var typed =
                Map.of(
                        "kind", new String[] {"OFFER"},
                        "day", new String[] {"2024-10-01"},
                        "words", new String[] {"La commune règle le 15."});
        var place = walls.as(Wall.DOOR, () -> writing.keep(account, dispute + "/steps", typed));
        assertThat(place).contains(dispute + "/steps/new?kind=OFFER");
        var town = court.as(TOWN);
        var page = town.open(place.orElseThrow());
        assertThat(page.words()).contains("La commune règle le 15.");
        town.form(page, dispute + "/steps").send();
        assertThat(town.open(place.orElseThrow()).page().select("textarea").text())
                .as("once entered, it is kept no longer")
                .isEmpty();
        assertThat(walls.as(Wall.DOOR, () -> writing.keep(account, "/liaison", typed))).isEmpty();
    }

    private long statements(Visitor visitor, String path) {
        var log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var said = new ListAppender<ILoggingEvent>();
        said.start();
        log.setLevel(Level.DEBUG);
        log.addAppender(said);
        try {
            assertThat(visitor.ask(path).status()).as(path).isEqualTo(200);
        } finally {
            log.detachAppender(said);
            log.setLevel(null);
        }
        return said.list.stream()
                .filter(e ->
                        e.getMessage().startsWith("Executing")
                                && e.getMessage().contains("[")
                                && !e.getMessage().contains("[select current_user]"))
                .count();
    }

    @Test
    void a_long_story_costs_as_many_statements_as_a_short_one() {
        var dispute = opened();
        var region = court.as(REGION);
        region.open(dispute);
        var shortOne = statements(region, dispute);
        for (var n = 0; n < 5; n++) {
            court.act(TOWN, dispute, StepKind.OFFER);
            file(region, dispute, "avis.pdf", pdf(100));
        }
        region.open(dispute);
        assertThat(statements(region, dispute)).isEqualTo(shortOne).isLessThanOrEqualTo(9);
        assertThat(statements(region, "/disputes")).isLessThanOrEqualTo(8);
    }
}
