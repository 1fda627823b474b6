package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever is inside changes their own password, and nobody stays inside with the old one. */
@School
class PasswordChangeTest {
    private static final String NEXT = "quatre lampes sous un nuage";

    @Autowired Visitors visitors;
    @Autowired School.SettableClock clock;

    private Visitor.Answer change(Visitor who, String password) {
        return who.form(who.open("/security/password"), "/security/password")
                .fill("password", password)
                .send();
    }

    private Visitor signedIn(String login, String password) {
        var visitor = visitors.stranger();
        visitor.form(visitor.open("/"), "/sign-in")
                .fill("login", login)
                .fill("password", password)
                .send();
        return visitor;
    }

    @Test
    void the_new_password_enters_and_the_old_one_no_longer_does() {
        var amina = visitors.as("amina.benali");
        assertThat(change(amina, NEXT).words()).contains("Votre mot de passe est changé");
        assertThat(signedIn("amina.benali", NEXT).cookie("preau")).isNotNull();
        assertThat(signedIn("amina.benali", "preau-demo-2024").cookie("preau")).isNull();
    }

    @Test
    void the_account_closes_elsewhere_and_stays_open_here_under_another_cookie() {
        var elsewhere = signedIn("amina.benali", "preau-demo-2024");
        var amina = visitors.as("amina.benali");
        var before = amina.cookie("preau");
        change(amina, NEXT);
        clock.moveBy(Duration.ofSeconds(5));
        assertThat(elsewhere.ask("/").location()).isEqualTo("/sign-in");
        assertThat(amina.ask("/").status()).isEqualTo(200);
        var copied = visitors.stranger();
        copied.cookie("preau", before);
        assertThat(copied.ask("/").location()).isEqualTo("/sign-in");
    }

    @Test
    void the_holder_is_told() {
        var amina = visitors.as("amina.benali");
        change(amina, NEXT);
        assertThat(amina.open("/notifications").words())
                .contains("Votre mot de passe a été changé");
    }

    @Test
    void a_weak_or_old_password_is_refused_and_nothing_changes() {
        var amina = visitors.as("amina.benali");
        assertThat(change(amina, "").words()).contains("Écrivez le nouveau mot de passe");
        assertThat(change(amina, "court").words()).contains("au moins 12 caractères");
        assertThat(change(amina, "aminabenali2024").words()).contains("se devine trop vite");
        assertThat(change(amina, "preau-demo-2024").status()).isEqualTo(422);
        assertThat(amina.open("/security").status()).isEqualTo(200);
        assertThat(signedIn("amina.benali", "preau-demo-2024").cookie("preau")).isNotNull();
    }

    @Test
    void a_refused_password_is_not_written_in_the_page() {
        var amina = visitors.as("amina.benali");
        assertThat(change(amina, "motdepasse-court").body()).doesNotContain("motdepasse-court");
    }

    @Test
    void a_session_left_open_does_not_change_the_password() {
        var amina = visitors.as("amina.benali");
        assertThat(amina.ask("/security/password").status()).isEqualTo(200);
        clock.moveBy(Duration.ofMinutes(11));
        var asked = amina.open("/security/password");
        assertThat(asked.path()).startsWith("/second-factor");
        var wrong = amina.form(asked, "/second-factor").fill("code", "not mine").send();
        assertThat(wrong.words()).contains("Ce mot de passe ne va pas");
        var right = amina.form(wrong, "/second-factor").fill("code", "preau-demo-2024").send();
        assertThat(right.path()).isEqualTo("/security/password");
    }
}
