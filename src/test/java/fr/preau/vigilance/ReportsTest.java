package fr.preau.vigilance;

import static fr.preau.messages.Post.send;
import static fr.preau.messages.Post.sendTo;
import static fr.preau.messages.Post.writing;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitor.Answer;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.storage.Corpus;
import fr.preau.web.Profile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** « Ce message me dérange »: said, kept as it was, decided. */
@School
class ReportsTest {
    @Autowired Visitors visitors;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired School.SettableClock clock;
    @Autowired VigilanceRounds rounds;
    @Autowired ErasedVigilance erased;

    private long number(String sql) {
        return walls.as(Wall.JOB, () -> db.sql(sql).query(Long.class).single());
    }

    private Answer report(Visitor who, Answer message, String words) {
        var page = who.open(message.path());
        var path = page.page().select("a[href$=/report]").attr("href");
        return who.form(who.open(path), path).fill("reason", "MEAN").fill("words", words).send();
    }

    private String reportPath() {
        return "/vigilance/reports/" + number("select max(id) from message_report");
    }

    private Answer decide(Visitor who, String decision, String word, String toAuthor) {
        return who.form(who.open(reportPath()), reportPath())
                .fill("decision", decision)
                .fill("word", word)
                .fill("toAuthor", toAuthor)
                .send();
    }

    @Test
    void the_copy_stays_when_the_message_is_taken_back_and_the_reporter_is_answered() {
        var helene = visitors.as("helene.costa");
        var sent = send(helene, "Familles de CP A", "Le carnet");
        var amina = visitors.as("amina.benali");
        assertThat(report(amina, sent, "C’est dur à lire.").words())
                .contains("Votre signalement est gardé");
        helene.form(helene.open(sent.path()), sent.path() + "/recall").send();

        var marc = visitors.as("marc.olivet");
        assertThat(marc.open("/notifications").words()).contains("Un message vous est signalé");
        assertThat(marc.open("/vigilance").words())
                .contains("Blessant ou harcelant", "depuis 1 minute");
        assertThat(marc.open(reportPath()).words())
                .contains(
                        "Voici un message",
                        "Hélène Costa",
                        "Signalé par Amina Benali",
                        "C’est dur à lire.",
                        "Copie scellée, intacte");
        clock.moveBy(Duration.ofMinutes(5));
        assertThat(decide(marc, "WITHDRAWN", "Merci, c’est retiré.", "").words())
                .contains("Décision gardée", "décidé en 5 minutes");

        assertThat(amina.open("/notifications").words()).contains("Réponse à un signalement");
        assertThat(amina.open(sent.path() + "/report").words())
                .contains("Le message a été retiré", "Merci, c’est retiré.");
        assertThat(helene.open(sent.path()).words())
                .contains("Ce message a été retiré")
                .doesNotContain("Merci, c’est retiré.", "signalé");
        assertThat(
                        number(
                                "select count(*) from audit where action like 'MessageReported' or action = 'ReportDecided'"))
                .isEqualTo(2);
        assertThat(visitors.as("marc.olivet").open("/journal").words()).doesNotContain("Amina");
    }

    @Test
    void whoever_decides_sees_what_was_attached_and_nobody_else_by_that_way() {
        var helene = visitors.as("helene.costa");
        var sent =
                writing(helene, "Familles de CP A", "Le carnet")
                        .attach("files", "plan.txt", "Le plan".getBytes(StandardCharsets.UTF_8))
                        .attach("files", "photo.jpg", Corpus.photo(640, 480, 1))
                        .send();
        report(visitors.as("amina.benali"), sent, "");
        helene.form(helene.open(sent.path()), sent.path() + "/recall").send();

        var marc = visitors.as("marc.olivet");
        var page = marc.open(reportPath());
        assertThat(page.words()).contains("plan.txt", "photo.jpg", "image", "document");
        assertThat(page.page().select("details:not([open]) .attached__print")).hasSize(2);
        var image = page.page().select(".attached img").attr("src");
        assertThat(marc.ask(image).headers().firstValue("Content-Type")).contains("image/jpeg");
        var shown = page.page().select(".attached__image").attr("href");
        assertThat(marc.ask(shown).headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");
        var links = page.page().select(".attached a[download]").eachAttr("href");
        assertThat(links).hasSize(2);
        for (var link : links) {
            var saved = marc.ask(link);
            assertThat(saved.status()).isEqualTo(200);
            assertThat(saved.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment");
            for (var other :
                    List.of("amina.benali", "helene.costa", "julien.pradal", "patrick.mazel"))
                for (var path : List.of(link, link + "/shown", link + "/thumbnail"))
                    assertThat(visitors.as(other).ask(path).status()).as(other).isEqualTo(404);
        }
        walls.as(Wall.JOB, () -> db.sql("update message_report set files = '{}'").update());
        assertThat(marc.ask(links.getFirst()).status()).as("not of the copy").isEqualTo(404);
    }

    @Test
    void what_is_reported_from_the_director_is_looked_at_above() {
        var sent =
                writing(visitors.as("marc.olivet"), "Toutes les familles de l’école", "Rappel")
                        .attach("files", "photo.jpg", Corpus.photo(640, 480, 1))
                        .send();
        report(visitors.as("amina.benali"), sent, "");
        var patrick = visitors.as("patrick.mazel");
        var page = patrick.open(reportPath()).page();
        var image = page.select(".attached img").attr("src");
        assertThat(patrick.ask(image).status()).isEqualTo(200);
        assertThat(patrick.ask(page.select(".attached__image").attr("href")).status())
                .isEqualTo(200);
        assertThat(visitors.as("marc.olivet").ask(image).status()).isEqualTo(404);
    }

    @Test
    void a_child_says_it_in_two_taps() {
        var sent = sendTo(visitors.as("julien.pradal"), "Tom Costa", "Ton cahier");
        var tom = visitors.as("tom.costa");
        var page = tom.open(sent.path());
        assertThat(page.words()).contains("Ce message me dérange");
        var path = page.page().select("a[href$=/report]").attr("href");
        var choice = tom.open(path);
        assertThat(choice.page().select("form[action=" + path + "] button").eachText())
                .containsExactly("C’est méchant", "Ça me fait peur", "Autre chose");
        assertThat(tom.form(choice, path).fill("reason", "SHOCKING").send().words())
                .contains("Un adulte va le lire", "Ça me fait peur");
        assertThat(number("select count(*) from message_report where reason = 'SHOCKING'"))
                .isEqualTo(1);
        tom.post(path, Map.of("reason", "MEAN"));
        assertThat(number("select count(*) from message_report")).as("once").isEqualTo(1);
    }

    @Test
    void what_the_director_wrote_is_decided_above() {
        var sent = send(visitors.as("marc.olivet"), "Toutes les familles de l’école", "Rappel");
        report(visitors.as("amina.benali"), sent, "");
        var marc = visitors.as("marc.olivet");
        assertThat(marc.ask(reportPath()).status()).isEqualTo(404);
        assertThat(marc.open("/vigilance").words()).contains("Rien n’attend");
        assertThat(marc.open(sent.path()).words()).doesNotContain("signalé", "Amina Benali lu");
        var patrick = visitors.as("patrick.mazel");
        assertThat(decide(patrick, "WARNED", "Nous lui avons parlé.", "").status()).isEqualTo(422);
        decide(patrick, "WARNED", "Nous lui avons parlé.", "Écrivez autrement aux familles.");
        assertThat(marc.open(sent.path()).words()).contains("Écrivez autrement aux familles.");
        assertThat(visitors.as("amina.benali").open(sent.path()).words())
                .contains("Voici un message")
                .doesNotContain("Écrivez autrement");
    }

    @Test
    void a_copy_that_nobody_decides_about_is_not_kept_for_ever() {
        var sent = send(visitors.as("helene.costa"), "Familles de CP A", "Le carnet");
        report(visitors.as("amina.benali"), sent, "");
        clock.moveBy(Duration.ofDays(300));
        rounds.run();
        assertThat(number("select count(*) from message_report")).isEqualTo(1);
        clock.moveBy(Duration.ofDays(100));
        rounds.run();
        assertThat(number("select count(*) from message_report")).isZero();
    }

    @Test
    void without_a_decision_it_goes_to_the_level_above_too() {
        var sent = send(visitors.as("helene.costa"), "Familles de CP A", "Le carnet");
        report(visitors.as("amina.benali"), sent, "");
        rounds.run();
        assertThat(visitors.as("patrick.mazel").ask(reportPath()).status()).isEqualTo(404);
        clock.moveBy(Duration.ofDays(3));
        rounds.run();
        var patrick = visitors.as("patrick.mazel", Profile.SUPERVISION);
        assertThat(patrick.open("/vigilance").words())
                .contains("Blessant ou harcelant", "depuis 3 jours", "échelon au-dessus");
        assertThat(patrick.open("/notifications").words()).contains("Un message vous est signalé");
    }

    @Test
    void sending_is_stopped_by_a_decision() {
        var helene = visitors.as("helene.costa");
        var sent = send(helene, "Familles de CP A", "Le carnet");
        report(visitors.as("amina.benali"), sent, "");
        decide(visitors.as("marc.olivet"), "STOPPED", "C’est arrêté.", "Venez me voir.");
        assertThat(helene.open("/messages/new").words()).contains("L’envoi de messages est arrêté");
        assertThat(visitors.as("marc.olivet").open("/messages/stops").words())
                .contains("Hélène Costa", "Message signalé");
    }

    @Test
    void nobody_else_reports_reads_or_decides() {
        var sent = send(visitors.as("helene.costa"), "Familles de CP A", "Le carnet");
        for (var login :
                new String[] {"helene.costa", "thomas.leroy", "jade.leroy", "claude.toulousain"}) {
            var stranger = visitors.as(login);
            assertThat(stranger.ask(sent.path() + "/report").status()).as(login).isEqualTo(404);
            assertThat(stranger.post(sent.path() + "/report", Map.of("reason", "MEAN")).status())
                    .as(login)
                    .isEqualTo(404);
        }
        var amina = visitors.as("amina.benali");
        assertThat(amina.post(sent.path() + "/report", Map.of("reason", "X")).status())
                .isEqualTo(422);
        report(amina, sent, "");
        for (var login :
                new String[] {
                    "helene.costa",
                    "amina.benali",
                    "tom.costa",
                    "nadia.ferrand",
                    "mireille.castan",
                    "patrick.mazel",
                    "claude.toulousain"
                }) {
            var stranger = visitors.as(login);
            assertThat(stranger.ask(reportPath()).status()).as(login).isEqualTo(404);
            assertThat(
                            stranger.post(
                                            reportPath(),
                                            Map.of("decision", "NOTHING", "word", "Rien"))
                                    .status())
                    .as(login)
                    .isEqualTo(404);
        }
        assertThat(number("select count(*) from message_report where decision is not null"))
                .isZero();
    }

    @Test
    void whoever_reported_takes_it_away_and_is_forgotten_and_what_is_old_goes() {
        var sent = send(visitors.as("helene.costa"), "Familles de CP A", "Le carnet");
        report(visitors.as("amina.benali"), sent, "Dur à lire");
        var amina = number("select reporter_id from message_report");
        erased.erase(new long[] {amina}, new long[] {});
        assertThat(
                        number(
                                "select count(*) from message_report where reporter_id is null and words = '' and body <> ''"))
                .isEqualTo(1);
        decide(visitors.as("marc.olivet"), "NOTHING", "Rien à redire.", "");
        clock.moveBy(Duration.ofDays(400));
        rounds.run();
        assertThat(number("select count(*) from message_report")).isZero();
    }

    @Test
    void a_copy_that_was_touched_says_so() {
        var sent = send(visitors.as("helene.costa"), "Familles de CP A", "Le carnet");
        report(visitors.as("amina.benali"), sent, "");
        walls.as(Wall.JOB, () -> db.sql("update message_report set body = 'Autre'").update());
        assertThat(visitors.as("marc.olivet").open(reportPath()).words())
                .contains("Cette copie a été modifiée");
    }
}
