package fr.preau.messages;

import static fr.preau.messages.Post.tokenOf;
import static fr.preau.messages.Post.writing;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.storage.Corpus;
import fr.preau.web.Profile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a message carries with its words. */
@School
class AttachmentsTest {
    private static final byte[] PLAN =
            "Rendez-vous devant la piscine.\n".repeat(20).getBytes(StandardCharsets.UTF_8);

    @Autowired Visitors visitors;

    private static List<String> links(Visitor.Answer page) {
        return page.page().select(".attached a[download]").eachAttr("href");
    }

    private Visitor.Answer sent(String subject) {
        return writing(visitors.as("helene.costa"), "Familles de CP A", subject)
                .attach("files", "plan.txt", PLAN)
                .attach("files", "sortie.jpg", Corpus.photo(640, 480, 1))
                .send();
    }

    @Test
    void families_of_the_class_see_the_picture_save_the_plan_and_nobody_else_does() {
        var message = sent("Piscine");
        assertThat(message.words()).contains("Message envoyé", "plan.txt", "sortie.jpg");
        var amina = visitors.as("amina.benali");
        assertThat(amina.open("/messages").words()).contains("2 fichiers joints");
        var read = amina.open(message.path());
        assertThat(links(read)).hasSize(2);
        var image = read.page().select(".attached img").attr("src");
        assertThat(amina.ask(image).headers().firstValue("Content-Type")).contains("image/jpeg");
        for (var link : links(read)) {
            var saved = amina.ask(link);
            assertThat(saved.status()).isEqualTo(200);
            assertThat(saved.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment");
            assertThat(saved.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("sandbox");
            for (var stranger :
                    List.of(
                            "thomas.leroy",
                            "tom.costa",
                            "julien.pradal",
                            "marc.olivet",
                            "claude.toulousain",
                            "patrick.mazel"))
                assertThat(visitors.as(stranger).ask(link).status()).as(stranger).isEqualTo(404);
            assertThat(visitors.stranger().ask(link).location()).startsWith("/sign-in");
        }
    }

    @Test
    void what_is_taken_back_is_written_again_with_its_files() {
        var helene = visitors.as("helene.costa");
        var message = sent("Trop tôt");
        var gone = helene.form(message, message.path() + "/recall").send();
        var again = helene.open(gone.page().select("a[href*=again]").attr("href"));
        assertThat(again.page().select("input[name=file][checked]")).hasSize(2);
        var amina = visitors.as("amina.benali");
        for (var link : links(gone)) assertThat(amina.ask(link).status()).isEqualTo(404);
    }

    @Test
    void the_place_where_a_photo_was_taken_does_not_travel() {
        var message = sent("Photo");
        var amina = visitors.as("amina.benali");
        var image = amina.open(message.path()).page().select(".attached__image").attr("href");
        assertThat(new String(Corpus.photo(640, 480, 1), StandardCharsets.ISO_8859_1))
                .as("the premise: the photo tells where")
                .contains("Exif");
        assertThat(amina.ask(image).body()).doesNotContain("Exif");
    }

    @Test
    void what_was_brought_comes_back_with_the_draft_and_what_is_unticked_stays_home() {
        var helene = visitors.as("helene.costa");
        var draft =
                writing(helene, "Familles de CP A", "Brouillon")
                        .by("/messages/files")
                        .attach("files", "plan.txt", PLAN)
                        .attach("files", "autre.txt", PLAN)
                        .send();
        assertThat(draft.path()).startsWith("/messages/new?draft=");
        assertThat(draft.page().select("#subject").val()).isEqualTo("Brouillon");
        assertThat(draft.page().select("input[name=file]")).hasSize(2);
        var sent =
                helene.form(draft, "/messages")
                        .without("look")
                        .without("file")
                        .add("file", draft.page().select("input[name=file]").first().val())
                        .send();
        assertThat(sent.words()).contains("plan.txt").doesNotContain("autre.txt");
    }

    @Test
    void a_file_that_is_not_kept_says_why_and_the_text_and_the_other_file_stay() {
        var helene = visitors.as("helene.costa");
        var refused =
                writing(helene, "Familles de CP A", "Programme")
                        .attach("files", "plan.txt", PLAN)
                        .attach(
                                "files",
                                "jeu.exe",
                                "MZ\0\0\0PE".getBytes(StandardCharsets.ISO_8859_1))
                        .send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("« jeu.exe » n’a pas été gardé", "plan.txt");
        assertThat(refused.page().select("textarea").text()).contains("un message");
        var corrected = helene.form(refused, "/messages").without("look").send();
        assertThat(corrected.words()).contains("Message envoyé", "plan.txt");
    }

    @Test
    void ten_files_at_most() {
        var form = writing(visitors.as("helene.costa"), "Familles de CP A", "Beaucoup");
        for (var n = 1; n <= 11; n++) form.attach("files", n + ".txt", PLAN);
        var refused = form.send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("10 fichiers au plus");
        assertThat(refused.page().select("input[name=file]")).hasSize(10);
    }

    @Test
    void somebody_elses_file_is_not_attached_by_its_number() {
        var helene = visitors.as("helene.costa");
        var draft =
                writing(helene, "Familles de CP A", "À moi")
                        .by("/messages/files")
                        .attach("files", "plan.txt", PLAN)
                        .send();
        var called = draft.page().select("input[name=file]").val();
        for (var other : List.of("marc.olivet", "sofia.reynes")) {
            var author = visitors.as(other);
            var sent =
                    author.form(author.open("/messages/new"), "/messages")
                            .without("look")
                            .without("to")
                            .add("to", tokenOf(author, "Hélène Costa"))
                            .fill("subject", "Volé")
                            .fill("text", "Regarde")
                            .add("file", called)
                            .send();
            assertThat(sent.words()).contains("Message envoyé");
            assertThat(links(sent)).as(other).isEmpty();
        }
    }

    @Test
    void passed_on_it_carries_what_it_carried() {
        var message = sent("À faire suivre");
        var amina = visitors.as("amina.benali");
        var page = amina.open("/messages/new?forward=" + message.path().replaceAll("\\D", ""));
        assertThat(page.page().select("input[name=file]")).hasSize(2);
        var passed =
                amina.form(page, "/messages")
                        .without("look")
                        .add("to", tokenOf(amina, "Hélène Costa"))
                        .send();
        assertThat(links(passed)).hasSize(2);
        var helene = visitors.as("helene.costa");
        assertThat(helene.ask(links(helene.open(passed.path())).getFirst()).status())
                .isEqualTo(200);
    }

    @Test
    void taken_back_its_files_go_with_its_words() {
        var message = sent("Trop vite");
        var amina = visitors.as("amina.benali");
        var link = links(amina.open(message.path())).getFirst();
        var helene = visitors.as("helene.costa");
        helene.form(helene.open(message.path()), message.path() + "/recall").send();
        assertThat(amina.ask(link).status()).isEqualTo(404);
        assertThat(links(amina.open(message.path()))).isEmpty();
        assertThat(helene.ask(link).status()).isEqualTo(200);
    }

    @Test
    void an_answer_carries_files_too() {
        var message = sent("Répondez");
        var amina = visitors.as("amina.benali");
        var draft =
                amina.form(amina.open(message.path()), message.path() + "/reply")
                        .fill("text", "Voici le papier signé")
                        .by(message.path() + "/reply/files")
                        .attach("files", "papier.txt", PLAN)
                        .send();
        assertThat(draft.page().select("#reply textarea").text()).contains("le papier signé");
        var answer = amina.form(draft, message.path() + "/reply").send();
        var helene = visitors.as("helene.costa");
        var read = helene.open(answer.path());
        assertThat(read.words()).contains("Voici le papier signé", "papier.txt");
    }

    @Test
    void an_inspector_who_has_no_school_of_their_own_sends_files_to_their_directors() {
        var patrick = visitors.as("patrick.mazel", Profile.SUPERVISION);
        var page = patrick.open("/messages/new");
        var sent =
                patrick.form(page, "/messages")
                        .without("look")
                        .without("to")
                        .add("to", tokenOf(patrick, "Marc Olivet"))
                        .fill("subject", "Ordre du jour")
                        .fill("text", "Ci-joint")
                        .attach("files", "ordre.txt", PLAN)
                        .send();
        assertThat(links(sent)).hasSize(1);
        var marc = visitors.as("marc.olivet", Profile.TEACHER);
        assertThat(marc.ask(links(sent).getFirst()).status()).isEqualTo(200);
    }

    @Test
    void children_write_words_and_bring_no_files() {
        var tom = visitors.as("tom.costa");
        assertThat(tom.open("/messages/new").page().select("input[type=file]")).isEmpty();
        assertThat(tom.post("/messages/files", java.util.Map.of()).status()).isEqualTo(404);
    }
}
