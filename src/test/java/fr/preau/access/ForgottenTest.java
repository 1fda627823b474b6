package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.mail.Mail;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever has forgotten comes back by their own mailbox, and nobody learns who has an account. */
@School
class ForgottenTest {
    private static final String NEXT = "quatre lampes sous un nuage";

    @Autowired Visitors visitors;
    @Autowired School.SettableClock clock;
    @Autowired Mail mail;
    @Autowired Walls walls;
    @Autowired JdbcClient db;

    private int before;

    @BeforeEach
    void addresses() {
        for (var login : new String[] {"amina.benali", "marc.olivet", "yanis.benali"})
            address(login, login + "@example.fr");
        before = mail.kept().size();
    }

    private void address(String login, String email) {
        walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        "update person set email = :email where id in (select ap.person_id from account_person ap join account a on a.id = ap.account_id where a.login = :login)")
                                .param("email", email)
                                .param("login", login)
                                .update());
    }

    private Visitor.Answer asks(String email) {
        var visitor = visitors.stranger();
        return visitor.form(visitor.open("/forgotten"), "/forgotten").fill("email", email).send();
    }

    /** The letters of this test, the latest first. */
    private List<Mail.Letter> letters() {
        return mail.kept().subList(0, Math.min(mail.kept().size() - before, 30));
    }

    private String link() {
        return letters()
                .getFirst()
                .text()
                .lines()
                .filter(line -> line.startsWith("http"))
                .findFirst()
                .orElseThrow()
                .substring(visitors.address().length());
    }

    private Visitor.Answer chooses(Visitor visitor, String link, String password) {
        return visitor.form(visitor.open(link), link).fill("password", password).send();
    }

    @Test
    void amina_finds_her_login_and_chooses_another_password() {
        asks("Amina.Benali@Example.fr");
        var letter = letters().getFirst();
        assertThat(letter.to()).isEqualToIgnoringCase("amina.benali@example.fr");
        assertThat(letter.text()).contains("identifiant amina.benali").contains("30 minutes");
        var amina = visitors.stranger();
        assertThat(chooses(amina, link(), "court").words()).contains("trop court");
        chooses(amina, link(), NEXT);
        assertThat(amina.ask("/").location()).isEqualTo("/charter");
        var old = visitors.stranger();
        assertThat(
                        old.form(old.open("/sign-in"), "/sign-in")
                                .fill("login", "amina.benali")
                                .fill("password", "preau-demo-2024")
                                .send()
                                .status())
                .isEqualTo(422);
    }

    @Test
    void everybody_is_answered_alike() {
        var known = asks("amina.benali@example.fr");
        var unknown = asks("nobody@example.fr");
        assertThat(known.words()).contains("Si cette adresse est celle d’un compte");
        assertThat(unknown.words()).isEqualTo(known.words());
        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(letters()).hasSize(1);
    }

    @Test
    void a_link_serves_once_and_not_for_long() {
        asks("amina.benali@example.fr");
        var first = link();
        chooses(visitors.stranger(), first, NEXT);
        assertThat(visitors.stranger().open(first).words()).contains("Ce lien a déjà servi");
        asks("amina.benali@example.fr");
        var late = link();
        clock.moveBy(Duration.ofMinutes(31));
        assertThat(visitors.stranger().open(late).words()).contains("n’est plus valable");
        assertThat(visitors.stranger().open("/forgotten/made-up").words())
                .contains("n’est plus valable");
    }

    @Test
    void a_second_factor_stays_due_behind_the_link() {
        asks("marc.olivet@example.fr");
        var marc = visitors.stranger();
        chooses(marc, link(), NEXT);
        assertThat(marc.ask("/liaison").location()).startsWith("/second-factor");
    }

    @Test
    void every_open_session_ends() {
        var amina = visitors.as("amina.benali");
        assertThat(amina.ask("/").status()).isEqualTo(200);
        asks("amina.benali@example.fr");
        chooses(visitors.stranger(), link(), NEXT);
        clock.moveBy(Duration.ofSeconds(5));
        assertThat(amina.ask("/").location()).isEqualTo("/sign-in");
    }

    @Test
    void a_family_that_shares_an_address_reads_who_is_who() {
        address("thomas.leroy", "maison@example.fr");
        address("chloe.masson", "maison@example.fr");
        asks("maison@example.fr");
        assertThat(letters()).hasSize(1);
        assertThat(letters().getFirst().text())
                .contains("Thomas (")
                .contains("identifiant thomas.leroy")
                .contains("Chloé (")
                .contains("identifiant chloe.masson");
    }

    @Test
    void a_child_and_a_closed_account_are_written_nothing() {
        asks("yanis.benali@example.fr");
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql("update account set state = 'CLOSED' where login = 'amina.benali'")
                                .update());
        asks("amina.benali@example.fr");
        assertThat(letters()).isEmpty();
    }

    @Test
    void nobody_fills_the_mailbox_of_another() {
        for (var n = 0; n < 6; n++) asks("amina.benali@example.fr");
        assertThat(letters()).hasSize(3);
        clock.moveBy(Duration.ofMinutes(61));
        asks("amina.benali@example.fr");
        assertThat(letters()).hasSize(4);
    }

    @Test
    void what_is_no_address_is_said_and_kept() {
        var page = asks("amina");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("#email").attr("value")).isEqualTo("amina");
    }

    @Test
    void the_demo_shows_its_letters() {
        asks("amina.benali@example.fr");
        assertThat(visitors.stranger().open("/demo/mail").words())
                .contains("retrouver votre accès");
    }
}
