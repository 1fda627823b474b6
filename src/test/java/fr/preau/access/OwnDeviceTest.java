package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A family that wishes for a second factor is not asked for it every day on its own telephone. */
@School
class OwnDeviceTest {
    private static final String TICK = "Ne plus demander sur cet appareil pendant 30 jours";

    @Autowired Visitors visitors;
    @Autowired School.SettableClock clock;
    @Autowired Accounts accounts;
    @Autowired Walls walls;
    @Autowired JdbcClient db;

    private String code(String login) {
        // The next code: none serves twice.
        clock.moveBy(Duration.ofSeconds(31));
        var account = accounts.byLogin(login).orElseThrow();
        var secret = account.totpSecret() == null ? account.totpPending() : account.totpSecret();
        return Totp.code(secret, clock.instant());
    }

    private Visitor.Answer password(Visitor visitor, String login) {
        return visitor.form(visitor.open("/sign-in?who=FAMILY"), "/sign-in")
                .fill("login", login)
                .fill("password", "preau-demo-2024")
                .send();
    }

    /** Amina has made her second factor; her session is open. */
    private Visitor protectedAmina() {
        var amina = visitors.as("amina.benali");
        var page = amina.open("/security/phone");
        var made = amina.form(page, "/security/phone").fill("code", code("amina.benali")).send();
        assertThat(made.words()).contains("un code de votre téléphone sera demandé");
        return amina;
    }

    /** Amina on her telephone, where she wants no code any more. */
    private Visitor spared() {
        var phone = visitors.stranger();
        var asked = password(phone, "amina.benali");
        assertThat(asked.words()).contains(TICK);
        var inside =
                phone.form(asked, "/second-factor")
                        .fill("code", code("amina.benali"))
                        .fill("spare", "true")
                        .send();
        assertThat(inside.status()).isEqualTo(200);
        return phone;
    }

    private String asksAfterSignIn(Visitor phone) {
        password(phone, "amina.benali");
        return phone.ask("/").location();
    }

    @Test
    void once_wished_for_the_code_is_asked_for_at_every_sign_in() {
        protectedAmina();
        var phone = visitors.stranger();
        assertThat(asksAfterSignIn(phone)).isEqualTo("/second-factor");
        var wrong = phone.form(phone.open("/"), "/second-factor").fill("code", "000000").send();
        assertThat(wrong.words()).contains("Ce code ne va pas");
    }

    @Test
    void a_wrong_first_code_makes_no_second_factor() {
        var amina = visitors.as("amina.benali");
        var page = amina.open("/security/phone");
        assertThat(amina.form(page, "/security/phone").fill("code", "000000").send().status())
                .isEqualTo(422);
        assertThat(accounts.byLogin("amina.benali").orElseThrow().totpSecret()).isNull();
    }

    @Test
    void on_her_own_telephone_it_is_no_longer_asked_for_and_the_list_says_so() {
        protectedAmina();
        var phone = spared();
        assertThat(asksAfterSignIn(phone)).isEmpty();
        assertThat(phone.open("/security").words()).contains("code non demandé ici jusqu’au");
        assertThat(asksAfterSignIn(visitors.stranger())).isEqualTo("/second-factor");
    }

    @Test
    void a_sensitive_act_asks_for_the_code_all_the_same() {
        protectedAmina();
        var phone = spared();
        password(phone, "amina.benali");
        var asked = phone.open("/security/password");
        assertThat(asked.path()).startsWith("/second-factor");
        assertThat(asked.words()).contains("Code à 6 chiffres").doesNotContain(TICK);
    }

    @Test
    void after_thirty_days_it_is_asked_for_again() {
        protectedAmina();
        var phone = spared();
        clock.moveBy(Duration.ofDays(29));
        assertThat(asksAfterSignIn(phone)).isEmpty();
        clock.moveBy(Duration.ofDays(2));
        assertThat(asksAfterSignIn(phone)).isEqualTo("/second-factor");
    }

    @Test
    void putting_the_device_out_asks_again() {
        var amina = protectedAmina();
        var phone = spared();
        var security = amina.open("/security");
        var action = security.page().select("li:contains(code non demandé) form").attr("action");
        amina.form(security, action).send();
        assertThat(asksAfterSignIn(phone)).isEqualTo("/second-factor");
    }

    @Test
    void another_password_asks_again() {
        var amina = protectedAmina();
        var phone = spared();
        var next = "quatre lampes sous un nuage";
        amina.form(amina.open("/security/password"), "/security/password")
                .fill("password", next)
                .send();
        phone.form(phone.open("/sign-in?who=FAMILY"), "/sign-in")
                .fill("login", "amina.benali")
                .fill("password", next)
                .send();
        assertThat(phone.ask("/").location()).isEqualTo("/second-factor");
    }

    @Test
    void closing_the_account_everywhere_asks_again() {
        protectedAmina();
        var phone = spared();
        phone.form(phone.open("/security"), "/sign-out").fill("everywhere", "true").send();
        assertThat(asksAfterSignIn(phone)).isEqualTo("/second-factor");
    }

    @Test
    void rights_over_others_are_never_spared() {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql("update known_device set spared_until = now() + interval '30 years'")
                                .update());
        var marc = visitors.stranger();
        var asked = password(marc, "marc.olivet");
        assertThat(asked.page().select("input[name=spare]")).isEmpty();
        var inside =
                marc.form(asked, "/second-factor")
                        .fill("code", code("marc.olivet"))
                        .fill("spare", "true")
                        .send();
        assertThat(inside.status()).isEqualTo(200);
        password(marc, "marc.olivet");
        assertThat(marc.ask("/").location()).isEqualTo("/second-factor");
    }

    @Test
    void whoever_wished_for_it_removes_it_and_is_told() {
        var amina = protectedAmina();
        var removed = amina.form(amina.open("/security"), "/security/phone/removal").send();
        assertThat(removed.words()).contains("n’est plus demandé");
        assertThat(asksAfterSignIn(visitors.stranger())).isNotEqualTo("/second-factor");
        assertThat(amina.open("/notifications").words()).contains("n’est plus demandé pour entrer");
    }

    @Test
    void whoever_holds_rights_over_others_keeps_theirs() {
        var marc = visitors.as("marc.olivet");
        assertThat(marc.open("/security").page().select("form[action*=removal]")).isEmpty();
        assertThat(marc.post("/security/phone/removal", java.util.Map.of()).status())
                .isEqualTo(404);
    }
}
