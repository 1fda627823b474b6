package fr.preau.messages;

import static fr.preau.messages.Post.reply;
import static fr.preau.messages.Post.send;
import static fr.preau.messages.Post.sendTo;
import static fr.preau.messages.Post.tokenOf;
import static fr.preau.messages.Post.writing;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.web.Profile;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@School
class MessagesTest {
    @Autowired Visitors visitors;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired School.SettableClock clock;

    private long count(String sql) {
        return walls.as(Wall.JOB, () -> db.sql(sql).query(Long.class).single());
    }

    private long person(String first, String last) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        "select id from person where first_name = :first and last_name ilike :last and academy = '11' order by id limit 1")
                                .param("first", first)
                                .param("last", last)
                                .query(Long.class)
                                .single());
    }

    @Test
    void a_teacher_writes_to_the_families_of_her_class_and_a_mother_reads_about_which_child() {
        var helene = visitors.as("helene.costa");
        var sent = send(helene, "Familles de CP A", "Le cahier rouge");
        assertThat(sent.words()).contains("Message envoyé", "Le cahier rouge", "Yanis");
        var amina = visitors.as("amina.benali");
        assertThat(amina.open("/").words()).contains("1 message à lire");
        var box = amina.open("/messages");
        assertThat(box.words())
                .contains("1 message à lire", "Le cahier rouge", "Hélène Costa", "Yanis")
                .contains("Voici un message.");
        var read = amina.open(sent.path());
        assertThat(read.words())
                .contains("à Familles de CP A", "Hélène Costa", "Répondre à Hélène");
        assertThat(read.body()).contains("<strong>un message</strong>");
        assertThat(amina.open("/messages").words()).contains("Tout est lu.");
        assertThat(amina.open("/").words()).doesNotContain("message à lire");
        assertThat(helene.open(sent.path()).words())
                .contains("1 sur")
                .contains("Amina Benali : lu")
                .contains("Karim Benali : jamais connecté");
    }

    @Test
    void nobody_else_reads_it() {
        var sent = sendTo(visitors.as("helene.costa"), "Amina Benali", "Entre nous");
        for (var login :
                new String[] {
                    "marc.olivet",
                    "julien.pradal",
                    "thomas.leroy",
                    "claude.toulousain",
                    "patrick.mazel",
                    "tom.costa"
                })
            assertThat(visitors.as(login).ask(sent.path()).status()).as(login).isEqualTo(404);
        assertThat(visitors.as("amina.benali").ask(sent.path()).status()).isEqualTo(200);
    }

    @Test
    void an_answer_goes_to_the_author_alone() {
        var helene = visitors.as("helene.costa");
        var sent = send(helene, "Familles de CP A", "Qui accompagne ?");
        var amina = visitors.as("amina.benali");
        var answer = reply(amina, sent, "Moi, avec plaisir.");
        assertThat(answer.words()).contains("Message envoyé", "Moi, avec plaisir.");
        var own = answer.path().substring(answer.path().indexOf('#'));
        assertThat(answer.page().select(own + "[tabindex=-1]").text())
                .contains("Moi, avec plaisir.");
        assertThat(helene.open("/messages").words()).contains("Amina Benali", "Yanis");
        assertThat(helene.open(answer.path()).words()).contains("Moi, avec plaisir.");
        assertThat(
                        count(
                                "select count(*) from message_box b join message m on m.id = b.message_id where m.body like 'Moi%'"))
                .isEqualTo(1);
    }

    @Test
    void
            families_are_not_proposed_to_families_and_a_forged_one_is_refused_and_kept_in_the_journal() {
        var amina = visitors.as("amina.benali");
        assertThat(amina.open("/messages/recipients?q=Leroy").words())
                .contains("Personne de ce nom");
        assertThat(amina.open("/messages/recipients?q=Karim").words())
                .contains("Personne de ce nom");
        assertThat(amina.open("/messages/recipients?q=Tom").words()).contains("Personne de ce nom");
        var page = amina.open("/messages/new");
        for (var other :
                new long[] {
                    person("Thomas", "Leroy"), person("Karim", "Benali"), person("Jade", "Leroy")
                }) {
            var refused =
                    amina.form(page, "/messages")
                            .without("look")
                            .without("to")
                            .add("to", "p" + other)
                            .fill("subject", "Bonjour")
                            .fill("text", "Un texte à ne pas perdre")
                            .send();
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.words()).contains("vous ne pouvez pas écrire. Rien n’est parti");
            assertThat(refused.page().select("textarea").text())
                    .contains("Un texte à ne pas perdre");
        }
        assertThat(count("select count(*) from message")).isZero();
        assertThat(count("select count(*) from audit where action = 'RecipientForged'"))
                .isEqualTo(3);
    }

    @Test
    void circles_that_are_not_ours_are_refused_whatever_their_shape() {
        var helene = visitors.as("helene.costa");
        var page = helene.open("/messages/new");
        var other = count("select id from school_class where label = 'CE1-CE2'");
        var toulouse =
                count(
                        "select s.id from structure s where s.kind = 'SCHOOL' and s.uai not in ('0340289E', '0341315V')");
        for (var token :
                new String[] {
                    "c" + other + ".GUARDIAN",
                    "s" + toulouse + ".TEACHER",
                    "n1.DIRECTOR",
                    "p0",
                    "x",
                    "c.PUPIL",
                    "s1"
                }) {
            var refused =
                    helene.form(page, "/messages")
                            .without("look")
                            .without("to")
                            .add("to", token)
                            .fill("subject", "Bonjour")
                            .fill("text", "Texte")
                            .send();
            assertThat(refused.status()).as(token).isEqualTo(422);
        }
        assertThat(count("select count(*) from message_box")).isZero();
    }

    @Test
    void behind_a_childs_name_its_guardians_are_proposed() {
        var found = visitors.as("helene.costa").open("/messages/recipients?q=Yanis");
        assertThat(found.words()).contains("Responsables de Yanis Benali", "2 personnes");
        var helene = visitors.as("helene.costa");
        var page = helene.open("/messages/new");
        var sent =
                helene.form(page, "/messages")
                        .without("look")
                        .add("to", Post.valueOf(found, "Responsables de Yanis Benali"))
                        .fill("subject", "Yanis")
                        .fill("text", "Bonjour")
                        .send();
        assertThat(count("select count(*) from message_box")).isEqualTo(2);
        assertThat(visitors.as("amina.benali").ask(sent.path()).status()).isEqualTo(200);
    }

    @Test
    void a_message_that_awaits_no_answer_takes_none_and_the_text_is_kept() {
        var sent =
                writing(visitors.as("helene.costa"), "Familles de CP A", "Pour information")
                        .fill("replies", "NONE")
                        .send();
        var amina = visitors.as("amina.benali");
        assertThat(amina.open(sent.path()).words()).contains("n’attend pas de réponse");
        var refused =
                amina.post(sent.path() + "/reply", java.util.Map.of("text", "Et pourtant si"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("textarea").text()).contains("Et pourtant si");
    }

    @Test
    void an_open_answer_reaches_only_those_whom_its_author_may_reach() {
        var sent =
                writing(visitors.as("helene.costa"), "Familles de CP A", "Parlons-en")
                        .fill("replies", "ALL")
                        .send();
        var amina = visitors.as("amina.benali");
        var page = amina.open(sent.path());
        assertThat(page.words()).contains("Répondre aussi aux autres destinataires");
        amina.form(page, page.page().select("form#reply").attr("action"))
                .fill("text", "Pour tous")
                .add("all", "true")
                .send();
        assertThat(
                        count(
                                "select count(*) from message_box b join message m on m.id = b.message_id where m.body = 'Pour tous'"))
                .as("the teacher: other families are not within a mother's reach")
                .isEqualTo(1);
    }

    @Test
    void a_message_is_taken_back_within_the_hour() {
        var helene = visitors.as("helene.costa");
        var sent = send(helene, "Familles de CP A", "Erreur de date");
        var amina = visitors.as("amina.benali");
        assertThat(amina.open("/messages").words()).contains("1 message à lire");
        assertThat(helene.open(sent.path()).words())
                .contains("personnes ne le liront plus ; elles verront");
        helene.form(helene.open(sent.path()), sent.path() + "/recall").send();
        assertThat(amina.open("/messages").words()).contains("Tout est lu.");
        assertThat(amina.open(sent.path()).words())
                .contains("Son auteur a retiré ce message.", "Message retiré")
                .doesNotContain("Erreur de date", "Imprimer", "Transférer", "on n’y répond pas")
                .doesNotContain("Voici un message");
        assertThat(amina.open("/messages").words())
                .contains("Tout est lu.", "Message retiré", "Retiré par son auteur")
                .doesNotContain("Voici un message", "Erreur de date");
        assertThat(amina.open("/messages?q=erreur").words()).contains("Rien trouvé");
        assertThat(amina.open(sent.path() + "/print").words()).doesNotContain("Voici un message");
        var kept = helene.open(sent.path());
        assertThat(kept.words()).contains("Vous avez retiré ce message", "Voici un message");
        var again = helene.open(kept.page().select("a[href*=again]").attr("href"));
        assertThat(again.page().select("textarea").text()).isEqualTo("Voici **un message**.");
        assertThat(again.page().select("input[name=to][checked]").attr("data-name"))
                .isEqualTo("Familles de CP A");

        var late = send(helene, "Familles de CP A", "Trop tard");
        clock.moveBy(Duration.ofMinutes(61));
        var later = visitors.as("helene.costa", Profile.TEACHER);
        assertThat(later.open(late.path()).words())
                .contains("Trop tard")
                .doesNotContain("Retirer ce message");
        var refused = later.post(late.path() + "/recall", java.util.Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("ne peut plus être retiré");
        for (var other :
                new Visitor[] {
                    visitors.as("amina.benali", Profile.GUARDIAN),
                    visitors.as("julien.pradal", Profile.TEACHER)
                })
            assertThat(other.post(late.path() + "/recall", java.util.Map.of()).status())
                    .isEqualTo(404);
    }

    @Test
    void a_planned_message_waits_for_its_moment() {
        var helene = visitors.as("helene.costa");
        var sent =
                writing(helene, "Familles de CP A", "Demain matin")
                        .fill("at", "2024-09-11T07:30")
                        .send();
        assertThat(sent.words())
                .contains("Message gardé : il partira demain à 7 h 30", "Pas encore parti");
        var amina = visitors.as("amina.benali");
        assertThat(amina.ask(sent.path()).status()).isEqualTo(404);
        assertThat(amina.open("/messages").words()).doesNotContain("Demain matin");
        var wrong =
                writing(helene, "Familles de CP A", "Hier").fill("at", "2024-09-09T07:30").send();
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.words()).contains("Ce moment est passé.");
        clock.moveBy(Duration.ofHours(24));
        assertThat(visitors.as("amina.benali", Profile.GUARDIAN).open("/messages").words())
                .contains("Demain matin");
    }

    @Test
    void what_has_not_left_is_shown_as_such_and_comes_back_as_a_draft() {
        var helene = visitors.as("helene.costa");
        var sent =
                writing(helene, "Familles de CP A", "Piscine")
                        .fill("at", "2024-09-11T07:30")
                        .send();
        assertThat(sent.words())
                .contains("Pas encore parti", "Ne pas envoyer", "Personne ne l’a eu")
                .doesNotContain("Relancer", "Retirer ce message", "ont lu", "Amina Benali");
        var back = helene.form(sent, sent.path() + "/recall").send();
        assertThat(back.words()).contains("Message non envoyé : personne ne l’a eu");
        assertThat(back.page().select("textarea").text()).isEqualTo("Voici **un message**.");
        assertThat(back.page().select("#subject").attr("value")).isEqualTo("Piscine");
        assertThat(back.page().select("input[name=to][checked]").attr("data-name"))
                .isEqualTo("Familles de CP A");
        assertThat(helene.open("/messages?box=drafts").words()).contains("Piscine");
        assertThat(helene.open("/messages?box=sent").words()).contains("Non envoyé");
        assertThat(helene.open(sent.path()).words())
                .contains("Ce message n’est pas parti : personne ne l’a eu.")
                .doesNotContain("Ne pas envoyer", "Pas encore parti");
    }

    @Test
    void those_who_have_not_read_are_asked_once_an_hour() {
        var helene = visitors.as("helene.costa");
        var sent = send(helene, "Familles de CP A", "À lire");
        visitors.as("amina.benali").open(sent.path());
        assertThat(helene.open(sent.path()).words())
                .containsPattern("Relancer les [0-9]+ personnes qui n’ont pas lu");
        assertThat(helene.form(helene.open(sent.path()), sent.path() + "/reminder").send().words())
                .contains("Relance envoyée");
        assertThat(
                        count(
                                "select count(*) from message_box where reminded_at is not null and read_at is not null"))
                .isZero();
        var again = helene.form(helene.open(sent.path()), sent.path() + "/reminder").send();
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.words()).contains("il y a moins d’une heure");
    }

    @Test
    void several_drafts_wait_and_each_comes_back_with_its_recipients() {
        var helene = visitors.as("helene.costa");
        for (var subject : new String[] {"Premier", "Second"}) {
            var page = helene.open("/messages/new");
            var form = helene.form(page, "/messages");
            helene.post(
                    "/messages/drafts/" + form.value("draft"),
                    java.util.Map.of(
                            "subject",
                            subject,
                            "text",
                            "Commencé",
                            "to",
                            Post.valueOf(page, "Familles de CP A")));
        }
        var drafts = helene.open("/messages?box=drafts");
        assertThat(drafts.words()).contains("Premier", "Second", "Brouillons 2");
        assertThat(helene.open("/messages/new").words())
                .contains("Un texte commencé aujourd’hui à 8 h 05 est gardé : « ");
        var back = helene.open(drafts.page().select(".list-row__title a").first().attr("href"));
        assertThat(back.words()).contains("est revenu");
        assertThat(back.page().select("input[name=to][checked]")).hasSize(1);
        var sent = helene.form(back, "/messages").without("look").send();
        assertThat(sent.words()).contains("Message envoyé");
        assertThat(helene.open("/messages?box=drafts").page().select(".list-row__title"))
                .hasSize(1);
    }

    @Test
    void a_draft_without_a_subject_is_known_by_its_first_words() {
        var tom = visitors.as("tom.costa");
        var begun = tom.form(tom.open("/messages/new"), "/messages");
        tom.post(
                "/messages/drafts/" + begun.value("draft"),
                java.util.Map.of("subject", "", "text", "Mon **chat** a eu des petits"));
        assertThat(tom.open("/messages?box=drafts").words())
                .contains("Mon chat a eu des petits")
                .doesNotContain("Message sans objet");
        var offer = tom.open("/messages/new").page().select("a.btn[href*=draft]");
        assertThat(tom.open(offer.attr("href")).page().select("textarea").text())
                .isEqualTo("Mon **chat** a eu des petits");
    }

    @Test
    void a_circle_of_one_is_called_by_name() {
        assertThat(visitors.as("amina.benali").open("/messages/new").words())
                .contains("Lucie Barthès, la classe d’Inès", "Marc Olivet, la direction")
                .doesNotContain("Enseignants de Coquelicots", "1 personne");
        var sent =
                send(
                        visitors.as("amina.benali"),
                        "Lucie Barthès, la classe d’Inès",
                        "Une question");
        assertThat(visitors.as("lucie.barthes").open(sent.path()).words())
                .contains("Une question")
                .doesNotContain("la classe de");
    }

    @Test
    void what_was_just_thrown_away_comes_back_at_once() {
        send(visitors.as("helene.costa"), "Familles de CP A", "Trop vite");
        var amina = visitors.as("amina.benali");
        var page = amina.open("/messages");
        var thrown =
                amina.form(page, "/messages/filing")
                        .add("message", page.page().select("input[name=message]").attr("value"))
                        .add("act", "trash")
                        .send();
        assertThat(thrown.words())
                .contains("1 message dans la corbeille.", "Annuler")
                .doesNotContain("Trop vite");
        var undone = amina.form(thrown, "/messages/filing").add("act", "restore").send();
        assertThat(undone.words()).contains("Trop vite", "Sorti de la corbeille.");
        assertThat(amina.open(thrown.path()).words()).doesNotContain("Annuler");
    }

    @Test
    void what_is_missing_is_told_in_the_order_of_the_page() {
        var helene = visitors.as("helene.costa");
        var refused =
                helene.form(helene.open("/messages/new"), "/messages")
                        .without("to")
                        .without("look")
                        .send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#errors[autofocus] a").eachAttr("href"))
                .containsExactly("#to", "#subject", "#text");
    }

    @Test
    void a_message_is_read_aloud_only_where_the_device_has_a_french_voice() {
        var sent = send(visitors.as("helene.costa"), "Familles de CP A", "À écouter");
        var read = visitors.as("amina.benali").open(sent.path()).page();
        assertThat(read.select("article .listen[data-read][hidden]")).hasSize(1);
        assertThat(read.select("article .listen:not([hidden])")).isEmpty();
    }

    @Test
    void messages_are_filed_thrown_away_and_taken_again() {
        var helene = visitors.as("helene.costa");
        send(helene, "Familles de CP A", "À ranger");
        var amina = visitors.as("amina.benali");
        var made =
                amina.form(amina.open("/messages"), "/messages/folders")
                        .fill("name", "École")
                        .send();
        assertThat(made.words()).contains("Dossier créé", "Ce dossier est vide");
        var number = count("select id from message");
        var folder = count("select id from message_folder");
        var filed =
                amina.post(
                        "/messages/filing",
                        java.util.Map.of(
                                "message", "" + number, "act", "folder", "folder", "" + folder));
        assertThat(filed.status()).isEqualTo(303);
        assertThat(amina.open("/messages").words()).doesNotContain("À ranger");
        assertThat(amina.open("/messages?box=" + folder).words()).contains("À ranger");
        amina.post("/messages/filing", java.util.Map.of("message", "" + number, "act", "trash"));
        assertThat(amina.open("/messages?box=trash").words()).contains("À ranger");
        amina.post("/messages/filing", java.util.Map.of("message", "" + number, "act", "restore"));
        amina.post("/messages/folders/" + folder + "/removal", java.util.Map.of());
        assertThat(amina.open("/messages").words()).contains("À ranger");
        var thomas = visitors.as("thomas.leroy");
        assertThat(thomas.ask("/messages?box=" + folder).status()).isEqualTo(404);
        thomas.post("/messages/filing", java.util.Map.of("message", "" + number, "act", "trash"));
        assertThat(amina.open("/messages").words()).contains("À ranger");
    }

    @Test
    void a_word_of_a_message_finds_it_whatever_its_accents() {
        send(visitors.as("helene.costa"), "Familles de CP A", "La sortie à la médiathèque");
        var amina = visitors.as("amina.benali");
        assertThat(amina.open("/messages?q=mediatheque").words()).contains("La sortie à la");
        assertThat(amina.open("/messages?q=piscine").words()).contains("Rien trouvé");
        assertThat(visitors.as("thomas.leroy").open("/messages?q=mediatheque").words())
                .contains("Rien trouvé");
    }

    @Test
    void without_javascript_one_looks_for_somebody_and_nothing_typed_is_lost() {
        var helene = visitors.as("helene.costa");
        var page = helene.open("/messages/new");
        var looked =
                helene.form(page, "/messages")
                        .fill("text", "Déjà écrit")
                        .fill("q", "Olivet")
                        .add("look", "true")
                        .send();
        assertThat(looked.status()).isEqualTo(200);
        assertThat(looked.words()).contains("Marc Olivet");
        assertThat(looked.page().select("textarea").text()).contains("Déjà écrit");
        assertThat(tokenOf(helene, "Marc Olivet")).startsWith("p");
    }

    @Test
    void two_presses_send_one_message() {
        var form = writing(visitors.as("helene.costa"), "Familles de CP A", "Une seule fois");
        var first = form.sendOnly();
        assertThat(form.sendOnly().location()).isEqualTo(first.location());
        assertThat(count("select count(*) from message")).isEqualTo(1);
    }

    @Test
    void an_inspector_writes_to_the_directors_of_the_circonscription_after_being_answered() {
        var patrick = visitors.as("patrick.mazel");
        var page = patrick.open("/messages/new");
        var directors =
                page.page().select("input[name=to]").stream()
                        .map(input -> input.attr("value"))
                        .filter(value -> value.startsWith("n") && value.endsWith(".DIRECTOR"))
                        .findFirst()
                        .orElseThrow();
        var sent =
                patrick.form(page, "/messages")
                        .without("look")
                        .add("to", directors)
                        .fill("subject", "Réunion des directions")
                        .fill("text", "Jeudi à 17 h")
                        .send();
        assertThat(sent.words()).contains("Message envoyé");
        assertThat(visitors.as("marc.olivet").open("/messages").words())
                .contains("Réunion des directions", "Patrick Mazel");
        assertThat(visitors.as("nadia.ferrand").open(sent.path()).status()).isEqualTo(200);
        assertThat(count("select count(*) from message_sending")).isZero();
        assertThat(count("select count(*) from message where state = 'SENT' and recipients > 1"))
                .isEqualTo(1);
    }

    @Test
    void a_hidden_copy_says_to_nobody_who_else_received_it() {
        var helene = visitors.as("helene.costa");
        var sent =
                writing(helene, "Familles de CP A", "Entre nous")
                        .without("replies")
                        .add("replies", "ALL")
                        .add("discreet", "true")
                        .send();
        assertThat(sent.words()).contains("Message envoyé");
        var amina = visitors.as("amina.benali");
        assertThat(amina.open(sent.path()).words())
                .contains("Entre nous", "Répondre à Hélène")
                .doesNotContain("Familles de CP A", "Répondre à tous");
    }

    @Test
    void a_planned_message_that_is_taken_back_is_never_heard_of() {
        var helene = visitors.as("helene.costa");
        var sent =
                writing(helene, "Familles de CP A", "Demain matin")
                        .fill("at", "2024-09-10T09:00")
                        .send();
        assertThat(sent.words()).doesNotContain("ont lu", "a lu");
        assertThat(helene.post(sent.path() + "/reminder", java.util.Map.of()).status())
                .as("nobody has it yet")
                .isEqualTo(404);
        assertThat(count("select count(*) from notification where kind = 'MESSAGE'")).isPositive();
        helene.form(helene.open(sent.path()), sent.path() + "/recall").send();
        assertThat(count("select count(*) from notification where kind = 'MESSAGE'")).isZero();
        clock.moveBy(Duration.ofHours(1));
        var amina = visitors.as("amina.benali", Profile.GUARDIAN);
        assertThat(amina.open("/messages").words()).doesNotContain("Non envoyé", "Retiré");
        assertThat(amina.ask(sent.path()).status()).isEqualTo(404);
        assertThat(visitors.as("helene.costa", Profile.TEACHER).open(sent.path()).words())
                .contains("Non envoyé", "Voici un message");
    }

    @Test
    void families_and_children_send_at_once_whatever_their_form_says() {
        for (var login : new String[] {"amina.benali", "tom.costa"}) {
            var author = visitors.as(login);
            var sent =
                    author.post(
                            "/messages",
                            java.util.Map.of(
                                    "to",
                                    tokenOf(
                                            author,
                                            login.startsWith("tom")
                                                    ? "Julien Pradal"
                                                    : "Hélène Costa"),
                                    "subject",
                                    "Bonjour",
                                    "text",
                                    "Pour plus tard",
                                    "at",
                                    "2024-09-12T23:30"));
            assertThat(sent.status()).as(login).isEqualTo(303);
        }
        assertThat(
                        count(
                                "select count(*) from message_box where deliver_at = '2024-09-10T08:05+02'"))
                .isEqualTo(2);
    }

    @Test
    void whom_a_draft_could_reach_when_it_was_begun_is_refused_without_accusing_anybody() {
        var helene = visitors.as("helene.costa");
        var page = helene.open("/messages/new");
        var form = helene.form(page, "/messages");
        var to = Post.valueOf(page, "Familles de CP A");
        helene.post(
                "/messages/drafts/" + form.value("draft"),
                java.util.Map.of("subject", "Ancien", "text", "Commencé", "to", to));
        walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql("update school_class set ended_at = now() where label = 'CP A'")
                                .update());
        var fields = new java.util.HashMap<String, String>();
        fields.put("to", to);
        fields.put("subject", "Ancien");
        fields.put("text", "Commencé");
        fields.put("draft", form.value("draft"));
        var refused = helene.post("/messages", fields);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("à qui vous ne pouvez pas écrire");
        assertThat(count("select count(*) from audit where action = 'RecipientForged'")).isZero();
        fields.put("to", "p999999999");
        helene.post("/messages", fields);
        assertThat(count("select count(*) from audit where action = 'RecipientForged'"))
                .as("never in the draft")
                .isEqualTo(1);
    }

    @Test
    void too_many_choices_are_said_and_none_is_dropped_in_silence() {
        var helene = visitors.as("helene.costa");
        var form = writing(helene, "Familles de CP A", "À tous");
        for (var one = 0; one < 300; one++) form.add("to", "p" + (900_000_000 + one));
        var refused = form.send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("plus de 300 choix");
        assertThat(count("select count(*) from message")).isZero();
    }
}
