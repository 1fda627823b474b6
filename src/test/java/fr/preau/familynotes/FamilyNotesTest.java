package fr.preau.familynotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.access.TestDoor;
import fr.preau.database.Reach;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.departures.Leaves;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A family begins a note; the school answers it; nobody else reads it. */
@School
class FamilyNotesTest {
    private static final String PLACE = "/liaison/family-notes";

    @Autowired Visitors visitors;
    @Autowired TestDoor door;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired School.SettableClock clock;
    @Autowired ErasedFamilyNotes erased;
    @Autowired MoveFamilyNotes moved;
    @Autowired FamilyDrafts drafts;
    private Leaves leaves;

    @Autowired
    void leaves(ApplicationContext context) {
        leaves = new Leaves(context);
    }

    private long yanis() {
        return leaves.person("PUPIL", "Yanis Benali");
    }

    private long jade() {
        return leaves.person("PUPIL", "Jade Leroy");
    }

    private Visitor.Form writing(Visitor guardian, long child) {
        return guardian.form(guardian.open(PLACE + "/new?child=" + child), PLACE);
    }

    private Visitor.Answer ask(Visitor guardian, long child, String text) {
        return writing(guardian, child).fill("kind", "QUESTION").fill("text", text).send();
    }

    private Visitor.Answer pickUp(Visitor guardian, long child) {
        return writing(guardian, child)
                .fill("kind", "PICK_UP")
                .fill("who", "Nadia Benali, sa tante")
                .fill("on", "2024-09-12")
                .fill("at", "15:45")
                .send();
    }

    private Visitor.Answer pause(String login, String classLabel, String until, String sentence) {
        var teacher = visitors.as(login);
        var page = teacher.open(PLACE + "/pauses");
        var action = actionFor(page, classLabel);
        return teacher.form(page, action).fill("reopens", until).fill("sentence", sentence).send();
    }

    private static String actionFor(Visitor.Answer page, String classLabel) {
        return page.page().select("section").stream()
                .filter(section -> section.select("h2").text().equals(classLabel))
                .findFirst()
                .orElseThrow()
                .select("form")
                .attr("action");
    }

    /** Somebody who comes in anew, when the clock has moved. */
    private Visitor anew(String login) {
        var visitor = visitors.stranger();
        visitor.cookie("preau", door.enter(login));
        return visitor;
    }

    private long told(String login, String kind) {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        select count(*) from notification n join account_person ap on ap.person_id = n.person_id join account a on a.id = ap.account_id
                                         where a.login = :login and n.kind = :kind
                                        """)
                                .param("login", login)
                                .param("kind", kind)
                                .query(Long.class)
                                .single());
    }

    @Test
    void a_mother_asks_and_the_teacher_answers_in_one_tap() {
        var amina = visitors.as("amina.benali");
        var home = amina.open("/");
        assertThat(home.page().select("a[href='" + PLACE + "/new']")).hasSize(1);
        assertThat(
                        amina.open("/liaison?child=" + yanis())
                                .page()
                                .select("a[href='" + PLACE + "/new?child=" + yanis() + "']"))
                .hasSize(1);
        var sent = ask(amina, yanis(), "Yanis a-t-il besoin d’un tablier ?\nMerci.");
        assertThat(sent.words())
                .contains("Mot envoyé.", "Yanis a-t-il besoin", "Pas encore de réponse");

        var helene = visitors.as("helene.costa");
        assertThat(helene.open("/").words()).contains("Un mot d’une famille attend une réponse.");
        assertThat(helene.open("/liaison").page().select("a[href='" + PLACE + "']")).hasSize(1);
        var list = helene.open(PLACE);
        assertThat(list.words()).contains("Yanis Benali", "CP A", "Amina Benali", "un tablier");
        var answered = helene.form(list, sent.path() + "/answer").fill("answer", "SEEN").send();
        assertThat(answered.path()).isEqualTo(PLACE);
        assertThat(answered.words()).contains("Réponse envoyée.", "Déjà répondus");
        assertThat(helene.open("/").words()).doesNotContain("attend une réponse");
        assertThat(helene.open("/notifications").page().select(".list-row--unread")).isEmpty();

        assertThat(amina.open(sent.path()).words()).contains("Hélène Costa", "Vu");
        assertThat(amina.open("/notifications").words())
                .contains("L’école a répondu à votre mot", "Yanis");
        assertThat(visitors.as("marc.olivet").open("/journal").words())
                .contains("Mot d’une famille à une classe", "Réponse au mot d’une famille")
                .doesNotContain("tablier");
    }

    @Test
    void a_few_words_answer_and_may_be_changed() {
        var sent = ask(visitors.as("amina.benali"), yanis(), "Quand est la sortie ?");
        var helene = visitors.as("helene.costa");
        var action = sent.path() + "/answer";
        var empty = helene.form(helene.open(sent.path()), action).fill("answer", "WORDS").send();
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.words()).contains("Écrivez votre réponse");
        var tooLong = "x".repeat(1_001);
        var refused =
                helene.form(helene.open(sent.path()), action)
                        .fill("answer", "WORDS")
                        .fill("words", tooLong)
                        .send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#words").text()).isEqualTo(tooLong);
        for (var words : List.of("Jeudi matin.", "Vendredi matin.")) {
            clock.moveBy(Duration.ofMinutes(1));
            helene.form(helene.open(sent.path()), action)
                    .fill("answer", "WORDS")
                    .fill("words", words)
                    .send();
        }
        assertThat(visitors.as("amina.benali").open(sent.path()).words())
                .contains("Vendredi matin.")
                .doesNotContain("Jeudi matin.");
        assertThat(told("amina.benali", "FAMILY_ANSWER")).isEqualTo(2);
    }

    @Test
    void the_other_parent_reads_nothing_of_it() {
        var sent = ask(visitors.as("thomas.leroy"), jade(), "Une question entre nous.");
        assertThat(visitors.as("thomas.leroy").open(sent.path()).status()).isEqualTo(200);
        var chloe = visitors.as("chloe.masson");
        assertThat(chloe.open(sent.path()).status()).isEqualTo(404);
        assertThat(chloe.open(PLACE).words()).doesNotContain("entre nous");
        assertThat(told("chloe.masson", "FAMILY_ANSWER")).isZero();
        for (var login :
                List.of(
                        "jade.leroy",
                        "amina.benali",
                        "helene.costa",
                        "julien.pradal",
                        "nadia.ferrand",
                        "claude.toulousain",
                        "patrick.mazel"))
            assertThat(visitors.as(login).open(sent.path()).status()).as(login).isEqualTo(404);
        assertThat(visitors.as("marc.olivet").open(sent.path()).status())
                .as("he has her class")
                .isEqualTo(200);
    }

    @Test
    void
            a_question_is_for_those_who_have_the_class_and_a_change_of_pick_up_for_the_direction_too() {
        var question = ask(visitors.as("amina.benali"), yanis(), "Une question.");
        var change = pickUp(visitors.as("amina.benali"), yanis());
        assertThat(change.words())
                .contains("jeudi 12 septembre à 15 h 45, avec Nadia Benali, sa tante");
        var marc = visitors.as("marc.olivet");
        assertThat(marc.open(change.path()).status()).isEqualTo(200);
        assertThat(marc.open(question.path()).status()).isEqualTo(404);
        assertThat(marc.post(question.path() + "/answer", Map.of("answer", "SEEN")).status())
                .isEqualTo(404);
        assertThat(marc.open("/").words()).contains("Un mot d’une famille attend une réponse.");
        assertThat(told("marc.olivet", "FAMILY_PICK_UP")).isEqualTo(1);
        assertThat(told("marc.olivet", "FAMILY_NOTE")).isZero();
        assertThat(told("helene.costa", "FAMILY_PICK_UP")).isEqualTo(1);
        assertThat(told("helene.costa", "FAMILY_NOTE")).isEqualTo(1);
        assertThat(told("julien.pradal", "FAMILY_PICK_UP")).isZero();
        assertThat(visitors.as("helene.costa").open("/notifications").words())
                .contains("Changement de sortie", "Un mot d’une famille");
    }

    @Test
    void who_comes_today_is_the_first_thing_that_the_teacher_sees() {
        var amina = visitors.as("amina.benali");
        pickUp(amina, yanis());
        var change =
                writing(amina, yanis())
                        .fill("kind", "PICK_UP")
                        .fill("who", "sa tante Leïla")
                        .fill("on", "2024-09-10")
                        .fill("at", "15:45")
                        .send();
        var banners = visitors.as("helene.costa").open("/").page().select(".banner");
        assertThat(banners.getFirst().text())
                .contains("Yanis, sortie d’aujourd’hui à 15 h 45 : sa tante Leïla");
        assertThat(banners.getFirst().select("a").attr("href")).isEqualTo(change.path());
        assertThat(banners.get(1).text())
                .contains("Un autre mot d’une famille attend une réponse.");
    }

    @Test
    void a_replacement_reads_within_its_dates() {
        var sent = ask(visitors.as("amina.benali"), yanis(), "Pour qui a la classe.");
        assertThat(visitors.as("sofia.reynes").open(sent.path()).status()).isEqualTo(200);
        assertThat(told("sofia.reynes", "FAMILY_NOTE")).isEqualTo(1);
        clock.setTo(LocalDateTime.of(2024, 9, 17, 9, 0).atZone(School.PARIS).toInstant());
        assertThat(anew("helene.costa").open(sent.path()).status()).isEqualTo(200);
        assertThat(anew("sofia.reynes").open(sent.path()).status()).isEqualTo(404);
    }

    @Test
    void a_paused_class_says_until_when_and_keeps_what_was_typed() {
        ask(visitors.as("amina.benali"), yanis(), "Avant la pause.");
        var kept = pause("helene.costa", "CP A", "2024-09-16", "Nous sommes en classe de mer.");
        assertThat(kept.words()).contains("Les familles savent quand vous reprenez.");
        var amina = visitors.as("amina.benali");
        var page = amina.open(PLACE + "/new?child=" + yanis());
        assertThat(page.words())
                .contains("L’enseignant reprend la lecture le lundi 16 septembre.")
                .contains("Nous sommes en classe de mer.", "Téléphonez à l’école");
        var refused = ask(amina, yanis(), "Pendant la pause.");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words())
                .contains("L’enseignant reprend la lecture le lundi 16 septembre");
        assertThat(refused.page().select("#text").text()).isEqualTo("Pendant la pause.");
        assertThat(amina.open(PLACE + "/new?child=" + yanis()).page().select("#text").text())
                .as("kept as a draft")
                .isEqualTo("Pendant la pause.");
        assertThat(visitors.as("helene.costa").open(PLACE).words())
                .contains("CP A : la lecture reprend le lundi 16 septembre.")
                .doesNotContain("Pendant la pause.");

        clock.setTo(LocalDateTime.of(2024, 9, 16, 9, 0).atZone(School.PARIS).toInstant());
        assertThat(ask(anew("amina.benali"), yanis(), "Après la pause.").words())
                .contains("Mot envoyé.");
    }

    @Test
    void a_change_of_pick_up_goes_to_the_direction_during_a_pause() {
        pause("helene.costa", "CP A", "2024-09-16", "");
        var change = pickUp(visitors.as("amina.benali"), yanis());
        assertThat(change.words()).contains("Mot envoyé à la direction.");
        assertThat(told("marc.olivet", "FAMILY_PICK_UP")).isEqualTo(1);
        assertThat(told("helene.costa", "FAMILY_PICK_UP")).isZero();
        assertThat(visitors.as("helene.costa").open(change.path()).words())
                .contains("Reçu pendant la pause");
    }

    @Test
    void a_pause_ends_when_somebody_who_has_the_class_says_so() {
        pause("helene.costa", "CP A", "2024-09-16", "");
        var marc = visitors.as("marc.olivet");
        var page = marc.open(PLACE + "/pauses");
        var over = marc.form(page, actionFor(page, "CP A") + "/removal").send();
        assertThat(over.words()).contains("Les familles peuvent de nouveau écrire.");
        assertThat(ask(visitors.as("amina.benali"), yanis(), "De nouveau.").status())
                .isEqualTo(200);
        assertThat(marc.open("/journal").words())
                .contains("Mots des familles mis en pause", "Mots des familles repris");
    }

    @Test
    void a_pause_has_a_day_to_come_and_a_class_of_ones_own() {
        var refused = pause("helene.costa", "CP A", "2024-09-10", "x".repeat(301));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words())
                .contains("Choisissez un jour à partir de demain.", "Au plus 300 caractères");
        var cpA = actionFor(visitors.as("helene.costa").open(PLACE + "/pauses"), "CP A");
        for (var login :
                List.of("julien.pradal", "nadia.ferrand", "claude.toulousain", "amina.benali"))
            assertThat(visitors.as(login).post(cpA, Map.of("reopens", "2024-09-16")).status())
                    .as(login)
                    .isEqualTo(404);
    }

    @Test
    void nobody_writes_for_the_child_of_somebody_else_nor_for_one_who_has_left() {
        var amina = visitors.as("amina.benali");
        assertThat(ask(amina, yanis(), "Pour le mien.").status()).isEqualTo(200);
        var form = Map.of("kind", "QUESTION", "text", "Pour l’autre.");
        assertThat(amina.open(PLACE + "/new?child=" + jade()).status()).isEqualTo(404);
        assertThat(amina.post(PLACE, with(form, jade())).status()).isEqualTo(404);
        assertThat(visitors.as("yanis.benali").post(PLACE, with(form, yanis())).status())
                .isEqualTo(404);
        assertThat(visitors.as("helene.costa").post(PLACE, with(form, yanis())).status())
                .isEqualTo(404);
        leaves.depart(yanis());
        assertThat(anew("amina.benali").post(PLACE, with(form, yanis())).status()).isEqualTo(404);
    }

    private static Map<String, String> with(Map<String, String> form, long child) {
        var all = new java.util.HashMap<>(form);
        all.put("child", Long.toString(child));
        return all;
    }

    @Test
    void only_a_link_that_signs_says_who_comes_for_the_child() {
        var thomas = visitors.as("thomas.leroy");
        assertThat(pickUp(thomas, jade()).status()).isEqualTo(200);
        leaves.change(
                "update guardianship set link_code = '38' where guardian_id = "
                        + leaves.person("GUARDIAN", "Thomas Leroy"));
        var page = thomas.open(PLACE + "/new?child=" + jade());
        assertThat(page.page().select("input[value=PICK_UP]")).isEmpty();
        var refused = pickUp(thomas, jade());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("ne permet pas de dire qui vient");
        assertThat(ask(thomas, jade(), "Une question.").status()).isEqualTo(200);
    }

    @Test
    void a_form_that_comes_after_its_session_is_kept_for_its_author() {
        var form = Map.of("child", new String[] {"12"}, "text", new String[] {"Gardé"});
        var answer = Map.of("words", new String[] {"Gardé"});
        var account =
                walls.as(
                        Wall.JOB,
                        () ->
                                db.sql("select id from account where login = 'amina.benali'")
                                        .query(Long.class)
                                        .single());
        walls.as(
                Wall.DOOR,
                () -> {
                    assertThat(drafts.keep(account, PLACE, form)).contains(PLACE + "/new?child=12");
                    assertThat(drafts.keep(account, PLACE + "/7/answer", answer))
                            .contains(PLACE + "/7");
                    assertThat(drafts.keep(account, "/liaison", form)).isEmpty();
                });
    }

    @Test
    void what_is_wrong_is_said_beside_its_field() {
        var amina = visitors.as("amina.benali");
        var nothing = writing(amina, yanis()).send();
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.words()).contains("Choisissez pour quoi vous écrivez.");
        var tooLong = ask(amina, yanis(), "y".repeat(1_001));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.words()).contains("Au plus 1000 caractères ; il y en a 1001.");
        assertThat(tooLong.page().select("#text").text()).hasSize(1_001);
        var past =
                writing(amina, yanis())
                        .fill("kind", "PICK_UP")
                        .fill("who", "")
                        .fill("on", "2024-09-09")
                        .fill("at", "tard")
                        .send();
        assertThat(past.words())
                .contains(
                        "Dites qui vient chercher", "Ce jour est passé.", "Écrivez l’heure comme");
        assertThat(past.page().select("#at").val()).isEqualTo("tard");
    }

    @Test
    void a_note_being_written_is_there_again_until_it_is_sent() {
        var amina = visitors.as("amina.benali");
        var page = amina.open(PLACE + "/new?child=" + yanis());
        var draft = page.page().select("form[data-draft-url]").attr("data-draft-url");
        assertThat(amina.post(draft, Map.of("kind", "QUESTION", "text", "Commencé")).status())
                .isEqualTo(204);
        var again = amina.open(PLACE + "/new?child=" + yanis());
        assertThat(again.words()).contains("Brouillon repris");
        assertThat(again.page().select("#text").text()).isEqualTo("Commencé");
        assertThat(
                        visitors.as("karim.benali")
                                .open(PLACE + "/new?child=" + yanis())
                                .page()
                                .select("#text")
                                .text())
                .isEmpty();
        amina.form(again, PLACE).send();
        assertThat(amina.open(PLACE + "/new?child=" + yanis()).words())
                .doesNotContain("Brouillon repris");
    }

    @Test
    void at_night_the_bell_waits_for_the_morning() {
        clock.setTo(LocalDateTime.of(2024, 9, 10, 21, 15).atZone(School.PARIS).toInstant());
        ask(anew("amina.benali"), yanis(), "Écrit le soir.");
        assertThat(anew("helene.costa").open("/notifications").words())
                .doesNotContain("Un mot d’une famille");
        clock.setTo(LocalDateTime.of(2024, 9, 11, 7, 1).atZone(School.PARIS).toInstant());
        assertThat(anew("helene.costa").open("/notifications").words())
                .contains("Un mot d’une famille");
    }

    @Test
    void where_nobody_has_the_class_the_direction_reads() {
        leaves.change(
                "delete from teaching where class_id in (select id from school_class where label = 'CP A')");
        var sent = ask(visitors.as("amina.benali"), yanis(), "À qui ?");
        assertThat(visitors.as("marc.olivet").open(sent.path()).status()).isEqualTo(200);
        assertThat(told("marc.olivet", "FAMILY_NOTE")).isEqualTo(1);
    }

    @Test
    void it_goes_with_the_guardian_and_with_the_child_and_its_answer_loses_its_name() {
        var sent = ask(visitors.as("amina.benali"), yanis(), "Une question.");
        var helene = visitors.as("helene.costa");
        helene.post(sent.path() + "/answer", Map.of("answer", "AGREED"));
        erased.erase(new long[] {leaves.person("STAFF", "Hélène Costa")}, new long[0]);
        assertThat(visitors.as("amina.benali").open(sent.path()).words())
                .contains("D’accord")
                .doesNotContain("Hélène Costa");
        erased.erase(new long[] {yanis()}, new long[0]);
        assertThat(visitors.as("amina.benali").open(sent.path()).status()).isEqualTo(404);
    }

    @Test
    void it_follows_two_rows_that_become_one_and_its_author_takes_it_away() {
        ask(visitors.as("thomas.leroy"), jade(), "Une question à garder.");
        var thomas = leaves.person("GUARDIAN", "Thomas Leroy");
        var chloe = leaves.person("GUARDIAN", "Chloé Masson");
        walls.as(Wall.DIRECTORY, () -> moved.move(chloe, thomas));
        assertThat(visitors.as("chloe.masson").open(PLACE).words())
                .contains("Une question à garder.");
        walls.as(Wall.DIRECTORY, () -> moved.move(thomas, chloe));
        var chosen = walls.as(Wall.JOB, () -> new FamilyNotesToTake(db).of(0, new long[] {thomas}));
        assertThat(chosen.getFirst().rows().getFirst())
                .containsEntry("body", "Une question à garder.");
    }

    /** As many questions of Yanis' father, before today. */
    private void questions(int count) {
        leaves.change(
                """
                insert into family_note (school_id, class_id, pupil_id, guardian_id, kind, body, to_direction, paused, sent_at)
                select c.school_id, c.id, %d, %d, 'QUESTION', 'Question ' || n, false, false, '2024-09-01'
                  from school_class c join structure s on s.id = c.school_id and s.uai = '0341315V', generate_series(1, %d) n where c.label = 'CP A'
                """
                        .formatted(yanis(), leaves.person("GUARDIAN", "Karim Benali"), count));
    }

    @Test
    void many_questions_of_one_family_do_not_hide_who_comes_for_a_child() {
        questions(65);
        var amina = visitors.as("amina.benali");
        pickUp(amina, yanis());
        writing(amina, yanis())
                .fill("kind", "PICK_UP")
                .fill("who", "Sonia Benali, sa cousine")
                .fill("on", "2024-09-11")
                .send();
        var helene = visitors.as("helene.costa");
        var first = helene.open(PLACE);
        assertThat(first.words()).contains("67 mots de familles", "7 autres mots attendent.");
        assertThat(first.page().select(".todo__item")).hasSize(60);
        assertThat(first.page().select(".todo__item").get(0).text()).contains("sa cousine");
        assertThat(first.page().select(".todo__item").get(1).text()).contains("sa tante");
        assertThat(first.page().select(".todo__item").get(2).text()).contains("Question 1");
        var rest = helene.open(first.page().select("a[href*=after]").attr("href"));
        assertThat(rest.page().select(".todo__item")).hasSize(7);
        assertThat(rest.page().select(".todo__item").get(0).text()).contains("Question 59");
        assertThat(rest.words()).contains("67 mots de familles", "Revenir au début");
        clock.setTo(LocalDateTime.of(2024, 9, 12, 9, 0).atZone(School.PARIS).toInstant());
        var later = anew("helene.costa").open(PLACE);
        assertThat(later.page().select(".todo__item").get(0).text())
                .as("yesterday's is over")
                .contains("sa tante");
        assertThat(later.page().select(".todo__item").get(1).text()).contains("Question 1");
    }

    @Test
    void five_notes_wait_for_one_child_and_then_the_telephone_is_surer() {
        var amina = visitors.as("amina.benali");
        var first = ask(amina, yanis(), "Question 1");
        for (var n = 2; n <= 5; n++)
            assertThat(ask(amina, yanis(), "Question " + n).status()).isEqualTo(200);
        var refused = ask(amina, yanis(), "Une de trop.");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words())
                .contains("Vos 5 derniers mots pour Yanis attendent encore une réponse.");
        assertThat(refused.page().select("#text").text()).isEqualTo("Une de trop.");
        assertThat(pickUp(amina, yanis()).status()).as("somebody waits at the gate").isEqualTo(200);
        assertThat(ask(visitors.as("karim.benali"), yanis(), "De son père.").status())
                .isEqualTo(200);
        var helene = visitors.as("helene.costa");
        for (var path : List.of(first.path(), pickUp(amina, yanis()).path()))
            helene.post(path + "/answer", Map.of("answer", "SEEN"));
        assertThat(ask(amina, yanis(), "Toujours trop.").status())
                .as("a change of pick-up waits too")
                .isEqualTo(422);
        leaves.change("update family_note set answered_at = now(), answer = 'SEEN'");
        assertThat(ask(amina, yanis(), "De nouveau.").status()).isEqualTo(200);
    }

    @Test
    void a_pick_up_whose_day_is_past_waits_for_no_answer() {
        var change = pickUp(visitors.as("amina.benali"), yanis());
        assertThat(visitors.as("helene.costa").open("/").words())
                .contains("Un mot d’une famille attend une réponse.");
        clock.setTo(LocalDateTime.of(2024, 9, 12, 18, 0).atZone(School.PARIS).toInstant());
        assertThat(anew("helene.costa").open(PLACE).page().select(".todo__item")).hasSize(1);
        clock.setTo(LocalDateTime.of(2024, 9, 13, 9, 0).atZone(School.PARIS).toInstant());
        var helene = anew("helene.costa");
        assertThat(helene.open("/").words()).doesNotContain("attend une réponse");
        var list = helene.open(PLACE);
        assertThat(list.page().select(".todo__item")).isEmpty();
        assertThat(list.words())
                .contains("Aucun mot n’attend de réponse.", "avec Nadia Benali", "Jour passé");
        assertThat(helene.open(change.path()).status()).isEqualTo(200);
        assertThat(anew("amina.benali").open(PLACE).words()).contains("Jour passé");
    }

    @Test
    void its_author_takes_it_back_until_somebody_answers() {
        var amina = visitors.as("amina.benali");
        var sent = ask(amina, yanis(), "Un mot de trop.");
        var change = pickUp(amina, yanis());
        var helene = visitors.as("helene.costa");
        assertThat(helene.open("/").words()).contains("2 mots de familles attendent");
        for (var note : List.of(sent, change)) {
            var recalled = amina.form(note, note.path() + "/recall").send();
            assertThat(recalled.path()).isEqualTo(note.path());
            assertThat(recalled.words()).contains("repris", "Vous avez repris ce mot");
            assertThat(recalled.page().select("form[action$=recall]")).isEmpty();
        }
        assertThat(amina.open(sent.path()).words()).contains("Un mot de trop.");
        assertThat(amina.open(PLACE).words()).contains("Repris");

        assertThat(helene.open("/").words()).doesNotContain("attend une réponse", "attendent");
        var list = helene.open(PLACE);
        assertThat(list.page().select(".todo__item")).isEmpty();
        assertThat(list.words())
                .contains("Demande reprise par la famille", "Changement de sortie")
                .doesNotContain("Un mot de trop.", "Nadia Benali");
        assertThat(helene.open(sent.path()).words())
                .contains("Demande reprise par la famille", "n’attend pas de réponse")
                .doesNotContain("Un mot de trop.");
        assertThat(helene.open("/notifications").words()).doesNotContain("Un mot d’une famille");
        assertThat(ringing()).as("for her, her colleague and the direction").isZero();
        var late = helene.post(sent.path() + "/answer", Map.of("answer", "SEEN"));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.words()).contains("La famille a repris sa demande");
        assertThat(visitors.as("marc.olivet").open("/journal").words())
                .contains("Mot d’une famille repris");
    }

    private long ringing() {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        "select count(*) from notification where kind in ('FAMILY_NOTE', 'FAMILY_PICK_UP') and read_at is null")
                                .query(Long.class)
                                .single());
    }

    @Test
    void what_the_school_has_answered_is_not_taken_back() {
        var amina = visitors.as("amina.benali");
        var sent = ask(amina, yanis(), "Une question.");
        var helene = visitors.as("helene.costa");
        helene.form(helene.open(sent.path()), sent.path() + "/answer")
                .fill("answer", "AGREED")
                .send();
        var refused = amina.form(sent, sent.path() + "/recall").send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words())
                .contains("L’école a déjà répondu : ce mot ne peut plus être repris.");
        assertThat(helene.open(sent.path()).words()).contains("Une question.", "D’accord");
        assertThat(amina.open(sent.path()).page().select("form[action$=recall]")).isEmpty();
    }

    @Test
    void nobody_else_takes_it_back() {
        var sent = ask(visitors.as("thomas.leroy"), jade(), "La mienne.");
        for (var login : List.of("chloe.masson", "amina.benali", "helene.costa", "marc.olivet"))
            assertThat(visitors.as(login).post(sent.path() + "/recall", Map.of()).status())
                    .as(login)
                    .isEqualTo(404);
        var thomas = visitors.as("thomas.leroy");
        assertThat(thomas.open(sent.path()).words()).doesNotContain("Vous avez repris");
        assertThat(thomas.post(sent.path() + "/recall", Map.of()).status()).isEqualTo(303);
        assertThat(thomas.post(sent.path() + "/recall", Map.of()).status())
                .as("twice is once")
                .isEqualTo(303);
    }

    @Test
    void what_is_taken_back_at_night_rings_nobody_in_the_morning() {
        clock.setTo(LocalDateTime.of(2024, 9, 10, 21, 15).atZone(School.PARIS).toInstant());
        var amina = anew("amina.benali");
        var sent = ask(amina, yanis(), "Écrit trop vite.");
        amina.form(sent, sent.path() + "/recall").send();
        clock.setTo(LocalDateTime.of(2024, 9, 11, 7, 1).atZone(School.PARIS).toInstant());
        var helene = anew("helene.costa");
        assertThat(helene.open("/notifications").words()).doesNotContain("Un mot d’une famille");
        assertThat(helene.open("/").words()).doesNotContain("attend une réponse");
    }

    @Test
    void whoever_was_told_who_comes_for_a_child_is_told_that_it_is_off() {
        var amina = visitors.as("amina.benali");
        var change = pickUp(amina, yanis());
        var sent = ask(amina, yanis(), "Une question.");
        var helene = visitors.as("helene.costa");
        for (var note : List.of(sent, change)) amina.form(note, note.path() + "/recall").send();
        assertThat(told("helene.costa", "FAMILY_PICK_UP_RECALLED")).isEqualTo(1);
        assertThat(told("marc.olivet", "FAMILY_PICK_UP_RECALLED")).isEqualTo(1);
        assertThat(told("julien.pradal", "FAMILY_PICK_UP_RECALLED")).isZero();
        var bell = helene.open("/notifications");
        assertThat(bell.words()).contains("Changement de sortie annulé par la famille");
        var line = bell.page().select("a:contains(annulé par la famille)").attr("href");
        assertThat(helene.open(line).words()).contains("Demande reprise par la famille");
        assertThat(ringing()).as("the change itself").isZero();

        clock.setTo(LocalDateTime.of(2024, 9, 10, 21, 15).atZone(School.PARIS).toInstant());
        var late = pickUp(anew("amina.benali"), yanis());
        assertThat(told("helene.costa", "FAMILY_PICK_UP")).as("for the morning").isEqualTo(2);
        var back = anew("amina.benali");
        assertThat(back.form(back.open(late.path()), late.path() + "/recall").send().words())
                .contains("Vous avez repris ce mot");
        assertThat(told("helene.costa", "FAMILY_PICK_UP_RECALLED"))
                .as("of what had not rung yet, nothing")
                .isEqualTo(1);
    }

    @Test
    void three_changes_of_pick_up_leave_in_a_day() {
        var amina = visitors.as("amina.benali");
        for (var n = 1; n <= 3; n++) assertThat(pickUp(amina, yanis()).status()).isEqualTo(200);
        var refused = pickUp(amina, yanis());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words())
                .contains("Vous avez déjà envoyé 3 changements de sortie pour Yanis aujourd’hui.");
        assertThat(refused.page().select("#who").val()).isEqualTo("Nadia Benali, sa tante");
        clock.moveBy(Duration.ofDays(1));
        assertThat(pickUp(anew("amina.benali"), yanis()).status()).isEqualTo(200);
    }

    /** Pauses CP A, changes the pause and ends it, straight at the wall. */
    private int pauses(long person) {
        var school =
                db.sql("select id from structure where uai = '0341315V'")
                        .query(Long.class)
                        .single();
        return walls.within(
                new Reach(0, List.of(person), List.of(school)),
                () -> {
                    db.sql(
                                    """
                                    insert into family_note_pause (school_id, class_id, reopens_on, sentence, paused_at, by_person_id)
                                    select school_id, id, '2024-09-16', '', now(), :person from school_class where label = 'CP A'
                                    on conflict (school_id, class_id) do update set reopens_on = excluded.reopens_on
                                    """)
                            .param("person", person)
                            .update();
                    return db.sql("update family_note_pause set sentence = 'x'").update();
                });
    }

    private int resumes(long person) {
        var school =
                db.sql("select id from structure where uai = '0341315V'")
                        .query(Long.class)
                        .single();
        return walls.within(
                new Reach(0, List.of(person), List.of(school)),
                () -> db.sql("delete from family_note_pause").update());
    }

    @Test
    void the_wall_lets_no_family_pause_a_class() {
        var helene = leaves.person("STAFF", "Hélène Costa");
        var marc = leaves.person("STAFF", "Marc Olivet");
        assertThat(pauses(helene)).isEqualTo(1);
        for (var other :
                List.of(
                        leaves.person("GUARDIAN", "Amina Benali"),
                        yanis(),
                        leaves.person("STAFF", "Julien Pradal"))) {
            assertThatThrownBy(() -> pauses(other)).isInstanceOf(DataAccessException.class);
            assertThat(resumes(other)).isZero();
        }
        assertThat(pauses(marc)).isEqualTo(1);
        assertThat(resumes(marc)).isEqualTo(1);
    }
}
