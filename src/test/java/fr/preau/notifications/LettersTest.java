package fr.preau.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.access.TestDoor;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.mail.Mail;
import fr.preau.mail.Postman;
import fr.preau.web.Mode;
import fr.preau.web.Site;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened reaches a mailbox when its owner wants it, once, and not in quiet hours. */
@School
class LettersTest {
    @Autowired Visitors visitors;
    @Autowired TestDoor door;
    @Autowired Letters letters;
    @Autowired Mail demo;
    @Autowired Mode mode;
    @Autowired Site site;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired School.SettableClock clock;

    /** Everybody of the demo has read what the demo brought; Amina has an address. */
    @BeforeEach
    void begin() {
        walls.as(Wall.JOB, () -> db.sql("delete from notification").update());
        address("amina.benali", "amina@example.fr");
    }

    private void address(String login, String email) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        """
                                        insert into mail_address (account_id, email, confirmed_at) select id, :email, '2024-09-01' from account where login = :login
                                        """)
                                .param("email", email)
                                .param("login", login)
                                .update());
    }

    private void choose(String login, String matter, Cadence cadence) {
        var visitor = back(login);
        visitor.form(visitor.open("/notifications/preferences"), "/notifications/preferences")
                .fill(matter, cadence.name())
                .send();
        walls.as(
                Wall.JOB,
                () -> db.sql("delete from notification where kind = 'NEW_DEVICE'").update());
    }

    private void at(String local) {
        clock.setTo(LocalDateTime.parse(local).atZone(School.PARIS).toInstant());
    }

    /** Whoever comes back hours later signs in again. */
    private Visitor back(String login) {
        var visitor = visitors.stranger();
        visitor.cookie("preau", door.enter(login));
        return visitor;
    }

    private void write(String login, String to, String title) {
        var author = back(login);
        var page = author.open("/liaison/new");
        var value =
                page.page().select("label.choice").stream()
                        .filter(choice -> choice.select(".choice__title").text().equals(to))
                        .findFirst()
                        .orElseThrow()
                        .select("input")
                        .attr("value");
        author.form(page, "/liaison")
                .add("to", value)
                .fill("title", title)
                .fill("text", "Un texte qui ne part pas.")
                .send();
        walls.as(
                Wall.JOB,
                () -> db.sql("delete from notification where kind = 'NEW_DEVICE'").update());
    }

    private SendLetters through(Mail mail) {
        return new SendLetters(letters, mail, site, walls);
    }

    private List<String> states() {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql("select kind || ' ' || state from letter order by id")
                                .query(String.class)
                                .list());
    }

    @Test
    void what_left_long_ago_goes_also_where_no_mail_leaves() {
        walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        """
                                        insert into letter (account_id, kind, state, made_at, next_at, ended_at)
                                        select id, 'IMMEDIATE', 'SENT', :now::timestamptz, :now, :now::timestamptz - d * interval '1 day'
                                          from account, unnest(array[29, 31]) d where login = 'amina.benali'
                                        """)
                                .param("now", Timestamp.from(clock.instant()))
                                .update());
        through(Postman.closed()).run();
        assertThat(states()).containsExactly("IMMEDIATE SENT");
    }

    @Test
    void what_is_wanted_at_once_leaves_at_once_and_only_once() throws Exception {
        choose("amina.benali", "NOTES", Cadence.IMMEDIATE);
        write("helene.costa", "Familles de CP A", "Sortie au musée");
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            var work = through(Postman.through(server.getSmtp().getPort(), mode));
            work.run();
            work.run();
            assertThat(server.getReceivedMessages()).hasSize(1);
            var letter = server.getReceivedMessages()[0];
            assertThat(letter.getAllRecipients()[0].toString()).isEqualTo("amina@example.fr");
            assertThat(letter.getSubject().replace('\u00a0', ' '))
                    .isEqualTo("Préau : nouveau mot pour Yanis");
            assertThat(((String) letter.getContent()).replace('\u00a0', ' '))
                    .contains("Yanis", "nouveau mot : Sortie au musée", "/notifications/")
                    .doesNotContain("Un texte qui ne part pas")
                    .doesNotContainIgnoringCase("benali");
        } finally {
            server.stop();
        }
        assertThat(states()).containsExactly("IMMEDIATE SENT");
    }

    @Test
    void the_letter_of_the_evening_comes_at_its_hour_once_and_by_child() {
        write("helene.costa", "Familles de CP A", "Piscine");
        write("lucie.barthes", "Familles de Coquelicots", "Photographie");
        try (var postman = new Postman()) {
            var work = through(postman.mail(mode));
            at("2024-09-10T17:59");
            work.run();
            assertThat(postman.letters()).isEmpty();
            at("2024-09-10T18:00");
            write("helene.costa", "Familles de CP A", "À la minute");
            at("2024-09-10T18:03");
            write("helene.costa", "Familles de CP A", "Trop tard pour ce soir");
            work.run();
            at("2024-09-10T19:00");
            work.run();
            assertThat(postman.letters()).hasSize(1);
            at("2024-09-11T18:00");
            work.run();
            work.run();
            assertThat(postman.letters()).hasSize(2);
        }
        assertThat(states()).containsExactly("DIGEST SENT", "DIGEST SENT");
    }

    @Test
    void once_a_week_goes_with_the_letter_of_friday_evening_by_child() {
        choose("amina.benali", "NOTES", Cadence.WEEKLY);
        write("helene.costa", "Familles de CP A", "Piscine");
        write("lucie.barthes", "Familles de Coquelicots", "Photographie");
        try (var postman = new Postman()) {
            var work = through(postman.mail(mode));
            at("2024-09-12T18:00");
            work.run();
            at("2024-09-13T17:59");
            work.run();
            assertThat(postman.letters()).as("not on Thursday, not before the hour").isEmpty();
            at("2024-09-13T18:00");
            work.run();
            work.run();
            assertThat(postman.letters()).hasSize(1);
        }
        at("2024-09-14T18:00");
        through(demo).run();
        assertThat(states()).as("nor again on Saturday").containsExactly("DIGEST SENT");
    }

    @Test
    void the_evening_letter_of_that_day_tells_the_day_and_the_week() {
        var amina = back("amina.benali");
        amina.form(amina.open("/notifications/preferences"), "/notifications/preferences")
                .fill("NOTES", "WEEKLY")
                .fill("day", "2")
                .send();
        at("2024-09-04T09:00");
        write("helene.costa", "Familles de CP A", "Il y a six jours");
        at("2024-09-10T09:00");
        write("lucie.barthes", "Familles de Coquelicots", "Ce matin");
        at("2024-09-10T18:00");
        through(demo).run();
        assertThat(states()).containsExactly("DIGEST SENT");
        assertThat(demo.kept().getFirst().text())
                .contains("Yanis", "Il y a six jours", "Inès", "Ce matin");
    }

    @Test
    void the_demo_shows_the_letters_grouped_by_child_with_links_that_open_the_right_role() {
        write("helene.costa", "Familles de CP A", "Piscine");
        write("lucie.barthes", "Familles de Coquelicots", "Photographie");
        at("2024-09-10T18:00");
        through(demo).run();
        var letter = demo.kept().getFirst();
        assertThat(letter.to()).isEqualTo("amina@example.fr");
        assertThat(letter.subject()).contains("2 nouvelles de l’école").contains("Yanis, Inès");
        assertThat(letter.text().indexOf("Yanis")).isLessThan(letter.text().indexOf("Piscine"));
        assertThat(letter.text().indexOf("Inès")).isLessThan(letter.text().indexOf("Photographie"));
        var link =
                letter.text()
                        .lines()
                        .filter(line -> line.matches("http.*/notifications/\\d+/\\d+"))
                        .findFirst()
                        .orElseThrow()
                        .replaceFirst("http://[^/]*", "");
        var opened = back("amina.benali").open(link);
        assertThat(opened.path()).startsWith("/liaison/");
        assertThat(opened.words()).contains("Piscine");
        assertThat(back("thomas.leroy").ask(link).status()).as("not theirs").isEqualTo(404);
        assertThat(visitors.stranger().ask(link).location()).startsWith("/sign-in");
    }

    @Test
    void a_link_for_another_hat_offers_it_and_goes_on_there() {
        address("helene.costa", "helene@example.fr");
        choose("helene.costa", "NOTES", Cadence.IMMEDIATE);
        write("julien.pradal", "Familles de CE1-CE2", "Pour Tom");
        through(demo).run();
        var link =
                demo.kept()
                        .getFirst()
                        .text()
                        .lines()
                        .filter(l -> l.contains("/notifications/"))
                        .findFirst()
                        .orElseThrow()
                        .replaceFirst("http://[^/]*", "");
        var helene = back("helene.costa");
        var page = helene.open(link);
        assertThat(page.words()).contains("Pour un autre de vos rôles").contains("Tom");
        var there =
                helene.form(page, "/hat")
                        .fill("then", page.page().select("main input[name=then]").val())
                        .fill("person", page.page().select("main input[name=person]").val())
                        .fill("profile", page.page().select("main input[name=profile]").val())
                        .send();
        assertThat(there.words()).contains("Pour Tom");
        assertThat(there.path()).startsWith("/liaison/");
    }

    @Test
    void nothing_leaves_in_quiet_hours_and_what_waited_leaves_at_their_end() {
        choose("amina.benali", "NOTES", Cadence.IMMEDIATE);
        at("2024-09-13T21:00");
        write("helene.costa", "Familles de CP A", "Vendredi soir");
        try (var postman = new Postman()) {
            var work = through(postman.mail(mode));
            work.run();
            at("2024-09-15T18:00");
            work.run();
            assertThat(postman.letters()).isEmpty();
            at("2024-09-16T07:00");
            work.run();
            assertThat(postman.letters()).hasSize(1);
        }
    }

    @Test
    void what_the_direction_says_is_urgent_waits_neither_for_the_night_nor_for_the_evening() {
        address("thomas.leroy", "thomas@example.fr");
        address("chloe.masson", "chloe@example.fr");
        choose("chloe.masson", "NOTES", Cadence.NEVER);
        at("2024-09-13T21:00");
        write("marc.olivet", "Familles de CM1-CM2", "Photographie");
        urgent(back("marc.olivet"), "École fermée lundi");
        through(demo).run();
        through(demo).run();
        assertThat(states())
                .as("once, and not to whoever wants none")
                .containsExactly("IMMEDIATE SENT");
        var letter = demo.kept().getFirst();
        assertThat(letter.to()).isEqualTo("thomas@example.fr");
        assertThat(letter.subject().replace('\u00a0', ' '))
                .isEqualTo("Urgent – Préau : nouveau mot pour Jade");
        assertThat(letter.text().replace('\u00a0', ' '))
                .contains("Urgent – nouveau mot : École fermée lundi")
                .doesNotContain("Photographie");
        at("2024-09-16T18:00");
        through(demo).run();
        assertThat(states()).containsExactly("IMMEDIATE SENT", "DIGEST SENT");
        assertThat(demo.kept().getFirst().text())
                .contains("Photographie")
                .doesNotContain("fermée", "Urgent");
    }

    /** The director says to the families of CM1-CM2 that it is urgent. */
    static void urgent(Visitor marc, String title) {
        var page = marc.open("/liaison/new");
        marc.form(page, "/liaison")
                .add(
                        "to",
                        page.page()
                                .select("label.choice:contains(Familles de CM1-CM2) input")
                                .val())
                .fill("title", title)
                .fill("text", "Un texte qui ne part pas.")
                .fill("urgent", "true")
                .fill("reason", "Fuite d’eau")
                .send();
    }

    @Test
    void never_is_never_and_what_was_read_meanwhile_needs_no_letter() {
        choose("amina.benali", "NOTES", Cadence.NEVER);
        address("thomas.leroy", "thomas@example.fr");
        write("helene.costa", "Familles de CP A", "Pour le panneau");
        write("marc.olivet", "Familles de CM1-CM2", "Déjà lu");
        at("2024-09-10T17:00");
        var thomas = back("thomas.leroy");
        thomas.form(thomas.open("/notifications"), "/notifications/reading").send();
        at("2024-09-10T18:00");
        try (var postman = new Postman()) {
            through(postman.mail(mode)).run();
            assertThat(postman.letters()).isEmpty();
        }
        assertThat(states()).isEmpty();
    }

    @Test
    void an_address_without_a_reader_is_kept_as_such_and_the_direction_sees_whom_to_ask() {
        choose("amina.benali", "NOTES", Cadence.IMMEDIATE);
        write("helene.costa", "Familles de CP A", "Perdu");
        try (var postman = new Postman().answering("amina@example.fr", "550 5.1.1 user unknown")) {
            var work = through(postman.mail(mode));
            work.run();
            write("helene.costa", "Familles de CP A", "Encore");
            work.run();
            assertThat(postman.connections()).as("nobody is asked again").isOne();
        }
        assertThat(states()).containsExactly("IMMEDIATE REFUSED");
        var list = visitors.as("marc.olivet").open("/notifications/returned");
        assertThat(list.words())
                .containsIgnoringCase("Amina Benali")
                .contains("responsable de Yanis", "réponse 550", "Quoi faire d’abord")
                .doesNotContain("Inès")
                .doesNotContain("amina@example.fr");
        assertThat(visitors.as("helene.costa").ask("/notifications/returned").status())
                .isEqualTo(404);
        assertThat(back("amina.benali").open("/notifications/preferences").words())
                .contains("Ne répond plus");
    }

    @Test
    void a_server_that_is_away_is_asked_again_later_and_later() {
        choose("amina.benali", "NOTES", Cadence.IMMEDIATE);
        write("helene.costa", "Familles de CP A", "Patience");
        try (var postman = new Postman().away("421 busy")) {
            var work = through(postman.mail(mode));
            work.run();
            work.run();
            assertThat(postman.connections()).as("not at once").isOne();
            clock.moveBy(Duration.ofMinutes(2));
            work.run();
            assertThat(postman.connections()).isEqualTo(2);
            clock.moveBy(Duration.ofMinutes(2));
            work.run();
            assertThat(postman.connections()).as("four minutes now").isEqualTo(2);
            postman.away("220 back");
            clock.moveBy(Duration.ofMinutes(2));
            work.run();
            assertThat(postman.letters()).hasSize(1);
        }
        assertThat(states()).containsExactly("IMMEDIATE SENT");
    }

    @Test
    void a_server_away_for_days_is_given_up() {
        choose("amina.benali", "NOTES", Cadence.IMMEDIATE);
        write("helene.costa", "Familles de CP A", "Longtemps");
        try (var postman = new Postman().away("421 busy")) {
            var work = through(postman.mail(mode));
            for (var i = 0; i < 14; i++) {
                work.run();
                clock.moveBy(Duration.ofHours(4));
            }
            assertThat(postman.connections()).isEqualTo(13);
        }
        assertThat(states()).containsExactly("IMMEDIATE GIVEN_UP");
    }

    @Test
    void a_node_that_stopped_in_the_middle_leaves_its_letters_to_another() {
        choose("amina.benali", "NOTES", Cadence.IMMEDIATE);
        write("helene.costa", "Familles de CP A", "Au milieu");
        walls.as(
                Wall.JOB,
                () -> {
                    letters.gather();
                    letters.claim(Channel.MAIL, 50);
                });
        try (var postman = new Postman()) {
            var work = through(postman.mail(mode));
            work.run();
            assertThat(postman.letters()).as("the other node may still be at it").isEmpty();
            clock.moveBy(Duration.ofMinutes(16));
            work.run();
            assertThat(postman.letters()).hasSize(1);
        }
    }

    @Test
    void two_nodes_at_the_same_moment_send_each_letter_once() throws Exception {
        address("karim.benali", "karim@example.fr");
        address("thomas.leroy", "thomas@example.fr");
        address("chloe.masson", "chloe@example.fr");
        write("marc.olivet", "Toutes les familles de l’école", "Pour tous");
        at("2024-09-10T18:00");
        try (var postman = new Postman()) {
            var one = Thread.ofPlatform().start(through(postman.mail(mode))::run);
            var two = Thread.ofPlatform().start(through(postman.mail(mode))::run);
            one.join();
            two.join();
            assertThat(postman.letters())
                    .hasSize((int) states().stream().filter("DIGEST SENT"::equals).count());
            assertThat(states()).hasSizeGreaterThanOrEqualTo(3);
        }
    }
}
