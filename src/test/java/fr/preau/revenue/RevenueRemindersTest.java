package fr.preau.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.mail.Mail;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is late is said, once for each step; what is contested or paid is left alone. */
@School
class RevenueRemindersTest {
    @Autowired Visitors visitors;
    @Autowired HikariDataSource pool;
    @Autowired School.SettableClock clock;
    @Autowired FollowPayments round;
    @Autowired Mail mail;
    @Autowired Walls walls;
    @Autowired JdbcClient db;
    @Autowired fr.preau.access.TestDoor door;

    private Desk desk;
    private int before;

    @BeforeEach
    void sit_down() {
        desk = new Desk(visitors, pool);
        before = mail.kept().size();
    }

    private List<Mail.Letter> letters() {
        return mail.kept().subList(0, mail.kept().size() - before);
    }

    private List<String> told() {
        return walls.as(
                Wall.JOB,
                () ->
                        db.sql(
                                        "select subject from audit where action = 'PaymentOverdue' order by id")
                                .query(String.class)
                                .list());
    }

    /** To be paid before 10 October. */
    private String issued(String email) throws SQLException {
        var path = desk.issued();
        desk.run("update debtor set email = '" + email + "'");
        return path;
    }

    private void after(int days) {
        clock.moveBy(Duration.ofDays(days));
        round.run();
    }

    @Test
    void each_step_is_told_once_and_a_letter_follows() throws SQLException {
        var path = issued("finances@cazouls.example");
        after(30);
        assertThat(told()).as("10 October is the last day").isEmpty();
        after(1);
        round.run();
        assertThat(told()).hasSize(1);
        assertThat(letters()).as("the due date alone makes no letter").isEmpty();
        assertThat(desk.one("select overdue from agreement_payment")).isEqualTo("t");
        after(28);
        assertThat(told()).hasSize(1);
        after(1);
        round.run();
        assertThat(told().getLast()).endsWith("reminder 1");
        assertThat(letters()).hasSize(1);
        var letter = letters().getFirst();
        assertThat(letter.to()).isEqualTo("finances@cazouls.example");
        assertThat(letter.subject())
                .isEqualTo("Titre de perception 4021 : première relance".replace(" :", "\u00a0:"));
        assertThat(fr.preau.Plain.words(letter.text()))
                .contains(
                        "d’un montant de 90,00 €, était à payer au plus tard le 10/10/2024. Il reste 90,00 € à payer.")
                .contains("Si le paiement est parti entre-temps, cette lettre est sans objet.")
                .contains(path)
                .doesNotContain("!");
        after(29);
        assertThat(letters()).hasSize(1);
        after(1);
        assertThat(letters()).hasSize(2);
        after(100);
        assertThat(told()).as("then nothing more by itself").hasSize(3);
    }

    @Test
    void what_is_paid_contested_or_cancelled_is_left_alone() throws SQLException {
        var path = issued("finances@cazouls.example");
        desk.form(path, "/contests").fill("words", "Une école a fermé.").send();
        after(120);
        assertThat(told()).isEmpty();
    }

    @Test
    void what_is_partly_paid_is_asked_for_what_remains() throws SQLException {
        var path = issued("finances@cazouls.example");
        desk.pay(path, "45");
        after(61);
        after(1);
        assertThat(letters()).hasSize(1);
        assertThat(fr.preau.Plain.words(letters().getFirst().text()))
                .contains("d’un montant de 90,00 €")
                .contains("Il reste 45,00 € à payer.");
    }

    @Test
    void without_an_address_no_letter_leaves_and_the_region_is_told_to_post_it()
            throws SQLException {
        var path = issued("");
        after(61);
        after(1);
        assertThat(letters()).isEmpty();
        assertThat(told()).hasSize(2);
        var region = visitors.stranger();
        region.cookie("preau", door.enter("isabelle.roques"));
        assertThat(region.open(path).words())
                .contains("En retard depuis le 10/10/2024")
                .contains("cette relance est à envoyer par la poste");
        assertThat(region.open("/revenue-orders?year=2024").words()).contains("En retard");
    }
}
