package fr.preau.vigilance;

import static fr.preau.messages.Post.reply;
import static fr.preau.messages.Post.send;
import static fr.preau.messages.Post.tokenOf;
import static fr.preau.messages.Post.writing;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Superuser;
import fr.preau.Visitor;
import fr.preau.Visitor.Answer;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.storage.Corpus;
import fr.preau.web.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Goal 29: what somebody does with an account that is not theirs stays small. */
@School
class StolenAccountTest {
    private static final String THREAT =
            "Vous êtes tous convoqués demain matin, sinon il vous arrivera malheur.";

    @Autowired Visitors visitors;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired School.SettableClock clock;
    @Autowired VigilanceRounds rounds;
    @Autowired HikariDataSource pool;

    private long number(String sql) {
        return walls.as(Wall.JOB, () -> db.sql(sql).query(Long.class).single());
    }

    private void figure(String figure, int value) {
        past(
                "insert into vigilance_figure (figure, valid_from, value) values ('%s', '2024-09-01', %d)"
                        .formatted(figure, value));
    }

    /** Past every wall. */
    private void past(String sql) {
        try (var all = Superuser.connect(pool, "preau");
                var statement = all.createStatement()) {
            statement.execute(sql);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody who has entered before, on another browser, days ago. */
    private Visitor thiefOf(String login, Profile profile) {
        visitors.as(login).open("/home");
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql("update account set demo = false where login = :login")
                                .param("login", login)
                                .update());
        clock.moveBy(Duration.ofDays(2));
        return visitors.as(login, profile);
    }

    private long delivered() {
        return number("select count(*) from message_box where deliver_at < 'infinity'");
    }

    private static String id(Answer message) {
        return message.path().replaceAll("\\D", "");
    }

    private Answer decide(Visitor who, String message, String verdict, String word) {
        var page = who.open("/vigilance/messages/" + message);
        return who.form(page, "/vigilance/messages/" + message)
                .fill("word", word)
                .add("verdict", verdict)
                .send();
    }

    @Test
    void a_pupil_reaches_only_the_class_and_its_teachers_and_nobody_outside() {
        var tom = visitors.as("tom.costa");
        assertThat(tom.open("/messages/recipients?q=Jade").words()).contains("Personne de ce nom");
        assertThat(tom.open("/messages/recipients?q=dehors@exemple.fr").words())
                .contains("Personne de ce nom");
        var jade = number("select id from person where first_name = 'Jade' and kind = 'PUPIL'");
        for (var to : new String[] {"p" + jade, "s1.GUARDIAN", "n1.TEACHER", "dehors@exemple.fr"})
            assertThat(
                            tom.post(
                                            "/messages",
                                            Map.of("to", to, "subject", "Bonjour", "text", THREAT))
                                    .status())
                    .as(to)
                    .isEqualTo(422);
        assertThat(number("select count(*) from message")).isZero();
    }

    @Test
    void what_comes_from_a_new_device_waits_for_the_director_who_lets_it_through() {
        var thief = thiefOf("helene.costa", Profile.TEACHER);
        var held = send(thief, "Familles de CP A", "La sortie");
        assertThat(held.words())
                .contains("En attente d’une deuxième personne", "appareil nouveau", "St Exupéry");
        assertThat(delivered()).isZero();
        assertThat(thief.ask("/vigilance/messages/" + id(held)).status()).isEqualTo(404);

        var marc = visitors.as("marc.olivet", Profile.TEACHER);
        assertThat(marc.open("/notifications").words()).contains("attend votre accord");
        assertThat(marc.open("/vigilance").words()).contains("La sortie", "Hélène Costa");
        assertThat(marc.open("/vigilance/messages/" + id(held)).words())
                .contains("Voici un message");
        assertThat(decide(marc, id(held), "let", "").words()).contains("Le message est parti");
        assertThat(delivered()).isPositive();
        assertThat(visitors.as("amina.benali", Profile.GUARDIAN).open(held.path()).words())
                .contains("Voici un message");
        assertThat(thief.open("/notifications").words()).contains("est parti");

        var next = send(thief, "Familles de CP A", "La suite");
        assertThat(next.words()).as("the device is vouched for").contains("Message envoyé");
        assertThat(
                        number(
                                "select count(*) from audit where action in ('MessageWaits', 'MessageLet') and person_id is not null"))
                .isEqualTo(2);
    }

    @Test
    void whoever_decides_sees_what_would_leave_with_it_and_nobody_else_by_that_way() {
        var thief = thiefOf("helene.costa", Profile.TEACHER);
        var sent =
                writing(thief, "Familles de CP A", "Le carnet")
                        .attach("files", "photo.jpg", Corpus.photo(640, 480, 1))
                        .send();
        var marc = visitors.as("marc.olivet");
        var page = marc.open("/vigilance/messages/" + id(sent));
        assertThat(page.words()).contains("photo.jpg").doesNotContain("Empreinte");
        var image = page.page().select(".attached img").attr("src");
        assertThat(marc.ask(image).headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(marc.ask(page.page().select(".attached__image").attr("href")).status())
                .isEqualTo(200);
        var file = page.page().select(".attached a[download]").attr("href");
        assertThat(marc.ask(file).status()).isEqualTo(200);
        for (var other : List.of("amina.benali", "julien.pradal", "patrick.mazel"))
            for (var path : List.of(file, file + "/shown", file + "/thumbnail"))
                assertThat(visitors.as(other).ask(path).status()).as(other).isEqualTo(404);

        decide(marc, id(sent), "let", "");
        assertThat(marc.ask(file).status()).as("it waits no more").isEqualTo(404);
    }

    @Test
    void the_first_device_of_an_account_is_not_new_another_one_is() {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "update account set demo = false, first_sign_in_at = null where login = 'amina.benali'")
                                .update());
        var amina = visitors.as("amina.benali");
        amina.post(
                "/messages",
                Map.of(
                        "to",
                        tokenOf(amina, "Hélène Costa"),
                        "subject",
                        "Premier",
                        "text",
                        "Bonjour"));
        assertThat(delivered()).isEqualTo(1);
        var thief = thiefOf("amina.benali", Profile.GUARDIAN);
        thief.open("/home");
        clock.moveBy(Duration.ofMinutes(20));
        thief.post(
                "/messages",
                Map.of(
                        "to",
                        tokenOf(thief, "Hélène Costa"),
                        "subject",
                        "Deuxième",
                        "text",
                        "Bonjour"));
        assertThat(delivered()).isEqualTo(1);
        assertThat(number("select count(*) from message_hold")).isEqualTo(1);
    }

    @Test
    void what_waits_is_not_let_through_while_its_author_is_stopped() {
        var held = send(thiefOf("helene.costa", Profile.TEACHER), "Familles de CP A", "La sortie");
        var marc = visitors.as("marc.olivet", Profile.TEACHER);
        var school = number("select id from structure where uai = '0341315V'");
        marc.post("/messages/stops", Map.of("target", "s" + school, "reason", "Compte volé"));
        var refused = decide(marc, id(held), "let", "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("L’envoi est arrêté pour son auteur");
        assertThat(delivered()).isZero();
        var page = marc.open("/messages/stops");
        marc.form(page, page.page().select("form[action$=/lifting]").attr("action")).send();
        assertThat(decide(marc, id(held), "let", "").words()).contains("Le message est parti");
        assertThat(delivered()).isPositive();
    }

    @Test
    void what_is_refused_comes_back_with_a_word_and_nothing_is_lost() {
        var thief = thiefOf("helene.costa", Profile.TEACHER);
        var held = send(thief, "Familles de CP A", "La sortie");
        var marc = visitors.as("marc.olivet", Profile.TEACHER);
        assertThat(decide(marc, id(held), "refuse", " ").status()).isEqualTo(422);
        assertThat(decide(marc, id(held), "refuse", "Venez me voir.").words())
                .contains("ne part pas");
        assertThat(thief.open(held.path()).words()).contains("Venez me voir.", "Voici un message");
        assertThat(delivered()).isZero();
        assertThat(visitors.as("amina.benali", Profile.GUARDIAN).ask(held.path()).status())
                .isEqualTo(404);
        assertThat(marc.open("/vigilance").words()).contains("Rien n’attend");
    }

    @Test
    void the_director_does_not_release_their_own_message_the_circonscription_does() {
        var thief = thiefOf("marc.olivet", Profile.TEACHER);
        var held = send(thief, "Toutes les familles de l’école", "Fermeture");
        assertThat(held.words()).contains("En attente d’une deuxième personne", "Béziers");
        assertThat(thief.open("/vigilance").words()).contains("Rien n’attend");
        assertThat(thief.post("/vigilance/messages/" + id(held), Map.of("verdict", "let")).status())
                .isEqualTo(404);
        for (var other : new String[] {"nadia.ferrand", "claude.toulousain", "isabelle.roques"})
            assertThat(visitors.as(other).ask("/vigilance/messages/" + id(held)).status())
                    .as(other)
                    .isIn(404, 303);
        var patrick = visitors.as("patrick.mazel", Profile.SUPERVISION);
        decide(patrick, id(held), "let", "");
        assertThat(delivered()).isPositive();
    }

    @Test
    void more_people_than_the_figure_within_ten_minutes_wait() {
        figure("PEOPLE", 1);
        var amina = visitors.as("amina.benali");
        sendTo(amina, "Hélène Costa");
        var second = sendTo(amina, "Marc Olivet");
        assertThat(second.words()).contains("beaucoup de monde");
        assertThat(delivered()).isEqualTo(1);
        clock.moveBy(Duration.ofMinutes(11));
        assertThat(sendTo(amina, "Hélène Costa").words()).contains("Message envoyé");
        var helene = visitors.as("helene.costa");
        assertThat(send(helene, "Familles de CP A", "La classe entière").words())
                .as("a class is daily life")
                .contains("Message envoyé");
    }

    private Answer sendTo(Visitor author, String name) {
        return fr.preau.messages.Post.sendTo(author, name, "Une question");
    }

    private Answer threat(String login, Profile profile, String name, String text) {
        var author = visitors.as(login, profile);
        var page = author.open("/messages/new");
        return author.form(page, "/messages")
                .without("to")
                .without("look")
                .add("to", tokenOf(author, name))
                .fill("subject", "À lire")
                .fill("text", text)
                .send();
    }

    @Test
    void one_text_from_three_families_is_stopped_and_taken_back_from_all_boxes() {
        var first = threat("thomas.leroy", Profile.GUARDIAN, "Marc Olivet", THREAT);
        threat("chloe.masson", Profile.GUARDIAN, "Marc Olivet", THREAT + " !");
        var second = threat("amina.benali", Profile.GUARDIAN, "Hélène Costa", THREAT.toUpperCase());
        assertThat(delivered()).as("two families").isEqualTo(3);
        var third = threat("helene.costa", Profile.GUARDIAN, "Julien Pradal", THREAT);
        assertThat(third.words()).contains("Plusieurs comptes envoient le même texte");
        assertThat(delivered()).isEqualTo(3);

        var boxes = number("select sum(xmin::text::bigint) from message_box");
        var marc = visitors.as("marc.olivet");
        var page = marc.open("/vigilance/messages/" + id(third));
        assertThat(page.words()).contains("3 messages avec ce texte sont déjà partis");
        marc.form(page, "/vigilance/messages/" + id(third) + "/withdrawal").send();
        assertThat(number("select sum(xmin::text::bigint) from message_box"))
                .as("no box is touched, however many there are")
                .isEqualTo(boxes);
        for (var gone : new Answer[] {first, second}) {
            var reader = gone == first ? marc : visitors.as("helene.costa");
            assertThat(reader.open(gone.path()).words())
                    .contains("Ce message a été retiré", "Message retiré")
                    .doesNotContain("malheur", "À lire");
        }
        assertThat(visitors.as("thomas.leroy", Profile.GUARDIAN).open(first.path()).words())
                .contains("Ce message a été retiré");
        decide(marc, id(third), "refuse", "Votre compte a été utilisé par quelqu’un d’autre.");
        assertThat(delivered()).isEqualTo(3);
    }

    @Test
    void of_a_text_only_a_keyed_hash_is_kept_for_a_day() {
        threat("thomas.leroy", Profile.GUARDIAN, "Marc Olivet", THREAT);
        assertThat(number("select count(*) from sending_trace where length(words) = 32"))
                .isEqualTo(1);
        assertThat(
                        number(
                                "select count(*) from sending_trace where words = sha256(convert_to('%s', 'UTF8'))"
                                        .formatted(SameText.normal(THREAT))))
                .as("keyed")
                .isZero();
        clock.moveBy(Duration.ofHours(25));
        rounds.run();
        assertThat(number("select count(*) from sending_trace")).isZero();
    }

    @Test
    void what_waits_too_long_is_told_again_and_to_the_level_above() {
        var held = send(thiefOf("helene.costa", Profile.TEACHER), "Familles de CP A", "La sortie");
        assertThat(
                        visitors.as("patrick.mazel", Profile.SUPERVISION)
                                .ask("/vigilance/messages/" + id(held))
                                .status())
                .isEqualTo(404);
        clock.moveBy(Duration.ofHours(4));
        rounds.run();
        assertThat(number("select count(*) from notification where kind = 'MESSAGE_WAITING'"))
                .isGreaterThanOrEqualTo(3);
        var patrick = visitors.as("patrick.mazel");
        assertThat(patrick.open("/vigilance").words()).contains("La sortie", "depuis 4 heures");
        decide(patrick, id(held), "let", "");
        assertThat(delivered()).isPositive();
    }

    @Test
    void what_its_author_takes_back_waits_for_nobody_and_goes_after_a_year() {
        var thief = thiefOf("helene.costa", Profile.TEACHER);
        var held = send(thief, "Familles de CP A", "La sortie");
        assertThat(number("select count(*) from message_hold where decided_at is null"))
                .isEqualTo(1);
        assertThat(thief.post(held.path() + "/recall", Map.of()).status()).isEqualTo(303);
        assertThat(
                        number(
                                "select count(*) from message_hold where verdict = 'RECALLED' and decided_at is not null"))
                .isEqualTo(1);
        clock.moveBy(Duration.ofDays(400));
        rounds.run();
        assertThat(number("select count(*) from message_hold")).isZero();
    }

    @Test
    void what_nobody_decides_about_goes_back_to_its_author_after_a_week() {
        var thief = thiefOf("helene.costa", Profile.TEACHER);
        var held = send(thief, "Familles de CP A", "La sortie");
        clock.moveBy(Duration.ofDays(6));
        rounds.run();
        assertThat(number("select count(*) from message where state = 'WAITING'")).isEqualTo(1);
        clock.moveBy(Duration.ofDays(1));
        rounds.run();
        assertThat(number("select count(*) from message where state = 'RETURNED'")).isEqualTo(1);
        assertThat(number("select count(*) from notification where kind = 'MESSAGE_REFUSED'"))
                .isEqualTo(1);
        var told = number("select count(*) from notification where kind = 'MESSAGE_WAITING'");
        clock.moveBy(Duration.ofHours(5));
        rounds.run();
        assertThat(number("select count(*) from notification where kind = 'MESSAGE_WAITING'"))
                .as("nobody is reminded any more")
                .isEqualTo(told);
        assertThat(delivered()).isZero();
        assertThat(visitors.as("marc.olivet").open("/vigilance").words()).contains("Rien n’attend");
        visitors.forgetAll();
        assertThat(visitors.as("helene.costa", Profile.TEACHER).open(held.path()).words())
                .contains("Personne n’a décidé en 7 jours");
    }

    @Test
    void a_link_that_imitates_a_place_where_one_signs_in_does_not_leave() {
        var helene = visitors.as("helene.costa");
        var hostile =
                "Votre [compte](https://educonnect.education.gouv.fr.exemple.tld/entrer) expire.";
        var refused =
                writing(helene, "Familles de CP A", "Votre compte").fill("text", hostile).send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words())
                .contains("Ce lien ressemble à educonnect.education.gouv.fr mais mène à");
        assertThat(refused.page().select("textarea").text()).contains("expire");
        var sent =
                writing(helene, "Familles de CP A", "La cantine")
                        .fill("text", "Voyez [le menu](https://www.cazouls.fr/menu).")
                        .send();
        var amina = visitors.as("amina.benali");
        assertThat(amina.open(sent.path()).words()).contains("le menu (www.cazouls.fr)");
        assertThat(reply(amina, sent, "Voici ac-montpelier.fr/login").status()).isEqualTo(422);

        past("update message set body = '%s' where id = %s".formatted(hostile, id(sent)));
        var read = amina.open(sent.path());
        assertThat(read.page().select(".prose a")).isEmpty();
        assertThat(read.words())
                .contains("lien désactivé", "mène à educonnect.education.gouv.fr.exemple.tld");
    }
}
