package fr.preau.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.access.TestDoor;
import fr.preau.mail.Mail;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@School
class PreferencesTest {
    private static final String HERE = "/notifications/preferences";

    @Autowired Visitors visitors;
    @Autowired TestDoor door;
    @Autowired Mail demo;
    @Autowired School.SettableClock clock;

    private Visitor.Answer ask(Visitor visitor, String email) {
        return visitor.form(visitor.open(HERE), HERE + "/address").fill("email", email).send();
    }

    private static Visitor.Answer type(Visitor visitor, String code) {
        return visitor.form(visitor.open(HERE), HERE + "/address/code").fill("code", code).send();
    }

    private String code() {
        return demo.kept().getFirst().text().replaceAll("(?s).*: (\\d{6}).*", "$1");
    }

    @Test
    void what_is_chosen_is_kept_for_all_hats_and_the_bell_is_no_choice() {
        var helene = visitors.as("helene.costa", fr.preau.web.Profile.GUARDIAN);
        var page = helene.open(HERE);
        assertThat(page.words()).contains("La cloche dit toujours tout.");
        assertThat(page.page().select("select[name=NOTES] option[selected]").val())
                .isEqualTo("DIGEST");
        assertThat(page.page().select("select[name=ACCOUNT] option[selected]").val())
                .isEqualTo("IMMEDIATE");
        assertThat(page.page().select("#hour option[selected]").val()).isEqualTo("18");
        assertThat(page.page().select("#day option[selected]").text()).isEqualTo("Vendredi");
        var kept =
                helene.form(page, HERE)
                        .fill("NOTES", "NEVER")
                        .fill("hour", "20")
                        .fill("day", "3")
                        .send();
        assertThat(kept.words()).contains("Vos choix sont enregistrés.");
        var other = visitors.as("helene.costa", fr.preau.web.Profile.GUARDIAN).open(HERE).page();
        assertThat(other.select("select[name=NOTES] option[selected]").val()).isEqualTo("NEVER");
        assertThat(other.select("#hour option[selected]").val()).isEqualTo("20");
        assertThat(other.select("#day option[selected]").text()).isEqualTo("Mercredi");
        assertThat(
                        visitors.as("amina.benali")
                                .open(HERE)
                                .page()
                                .select("select[name=NOTES] option[selected]")
                                .val())
                .as("somebody else's")
                .isEqualTo("DIGEST");
    }

    @Test
    void somebody_chooses_only_what_may_happen_to_them() {
        var amina = visitors.as("amina.benali").open(HERE).page();
        assertThat(amina.select("form.sheet fieldset > legend").eachText())
                .containsExactly(
                        "Mots de l’école",
                        "Suites des mots",
                        "Messages",
                        "Mots des familles",
                        "Mon compte et sa sécurité");
        assertThat(visitors.as("helene.costa").open(HERE).page().select("legend").eachText())
                .contains("Changements de sortie")
                .doesNotContain("Mots de l’école", "Agents de la mairie");
        assertThat(visitors.as("mireille.castan").open(HERE).page().select("legend").eachText())
                .contains("Agents de la mairie")
                .doesNotContain("Mots des familles");
    }

    @Test
    void an_answer_that_is_none_is_refused() {
        var amina = visitors.as("amina.benali");
        var refused = amina.form(amina.open(HERE), HERE).fill("NOTES", "SOMETIMES").send();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".error-summary a").attr("href")).isEqualTo("#NOTES");
        assertThat(amina.form(amina.open(HERE), HERE).fill("hour", "3").send().status())
                .isEqualTo(422);
        assertThat(amina.form(amina.open(HERE), HERE).fill("day", "8").send().words())
                .contains("Choisissez un jour de la semaine.");
    }

    @Test
    void children_have_no_such_page() {
        for (var login : new String[] {"jade.leroy", "yanis.benali"}) {
            assertThat(visitors.as(login).ask(HERE).status()).as(login).isEqualTo(404);
            assertThat(
                            visitors.as(login)
                                    .post(HERE + "/address", Map.of("email", "a@example.fr"))
                                    .status())
                    .as(login)
                    .isEqualTo(404);
        }
        assertThat(visitors.as("jade.leroy").open("/notifications").body()).doesNotContain(HERE);
    }

    @Test
    void an_address_counts_once_its_code_has_come_back() {
        var amina = visitors.as("amina.benali");
        assertThat(ask(amina, "amina@example.fr").words())
                .contains("Un code est parti à cette adresse")
                .contains("Sans adresse confirmée, rien ne part par courriel.");
        assertThat(demo.kept().getFirst().to()).isEqualTo("amina@example.fr");
        var wrong = type(amina, code().equals("000000") ? "000001" : "000000");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.words()).contains("Ce code n’est pas le bon");
        assertThat(type(amina, " " + code().substring(0, 3) + " " + code().substring(3)).words())
                .contains("Adresse confirmée.")
                .contains("amina@example.fr");
        assertThat(amina.form(amina.open(HERE), HERE + "/address/removal").send().words())
                .contains("Adresse retirée");
    }

    @Test
    void a_code_is_not_guessed_nor_kept_for_long_nor_asked_for_all_day() {
        var amina = visitors.as("amina.benali");
        ask(amina, "amina@example.fr");
        var right = code();
        for (var i = 0; i < 5; i++) type(amina, right.equals("000000") ? "000001" : "000000");
        assertThat(amina.post(HERE + "/address/code", Map.of("code", right)).status())
                .as("five tries")
                .isEqualTo(422);
        ask(amina, "amina@example.fr");
        clock.moveBy(Duration.ofMinutes(31));
        var late = visitors.stranger();
        late.cookie("preau", door.enter("amina.benali"));
        assertThat(late.post(HERE + "/address/code", Map.of("code", code())).status())
                .as("half an hour")
                .isEqualTo(422);
        for (var i = 0; i < 3; i++) ask(late, "amina@example.fr");
        var refused = ask(late, "amina@example.fr");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("Cinq codes sont partis aujourd’hui.");
    }

    @Test
    void a_code_of_somebody_else_opens_nothing() {
        ask(visitors.as("amina.benali"), "amina@example.fr");
        var code = code();
        ask(visitors.as("thomas.leroy"), "thomas@example.fr");
        assertThat(
                        visitors.as("thomas.leroy")
                                .post(HERE + "/address/code", Map.of("code", code))
                                .status())
                .isEqualTo(code.equals(code()) ? 303 : 422);
    }

    @Test
    void what_is_no_address_is_refused_and_stays_in_the_field() {
        var amina = visitors.as("amina.benali");
        for (var wrong :
                new String[] {
                    "amina", "amina@example", "a@example.fr,b@example.fr", "a@example.fr\r\nBcc: b"
                }) {
            var refused = ask(amina, wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(422);
            assertThat(refused.words()).contains("Écrivez une adresse comme");
        }
        assertThat(ask(amina, "amina@example").page().select("#email").val())
                .isEqualTo("amina@example");
    }
}
