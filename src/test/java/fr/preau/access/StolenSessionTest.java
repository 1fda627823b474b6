package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A cookie that was copied opens nothing, and its owner knows. */
@School
class StolenSessionTest {
    private static final String PHONE =
            "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/146.0 Mobile Safari/537.36";
    private static final String THIEF =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

    @Autowired Visitors visitors;
    @Autowired Sessions sessions;
    @Autowired School.SettableClock clock;

    private Visitor signedIn(String agent) {
        var visitor = visitors.stranger();
        visitor.calledItself(agent);
        visitor.form(visitor.open("/"), "/sign-in")
                .fill("login", "amina.benali")
                .fill("password", "preau-demo-2024")
                .send();
        if (visitor.ask("/").location().equals("/charter"))
            visitor.form(visitor.open("/charter"), "/charter").fill("agreed", "true").send();
        return visitor;
    }

    @Test
    void a_copied_cookie_ends_the_session_and_its_owner_reads_why() {
        var amina = signedIn(PHONE);
        var thief = visitors.stranger();
        thief.calledItself(THIEF);
        thief.cookie("preau", amina.cookie("preau"));
        thief.cookie("preau-device", amina.cookie("preau-device"));
        assertThat(thief.ask("/").location()).isEqualTo("/sign-in");
        clock.moveBy(Duration.ofSeconds(5));
        assertThat(amina.ask("/").location()).isEqualTo("/sign-in");
        var again = signedIn(PHONE);
        assertThat(again.open("/notifications").words()).contains("elle a été fermée");
    }

    @Test
    void a_browser_that_was_updated_overnight_is_the_same() {
        var amina = signedIn(PHONE);
        amina.calledItself(PHONE.replace("146.0", "147.0"));
        assertThat(amina.ask("/").status()).isEqualTo(200);
    }

    @Test
    void a_new_device_is_told_once_somebody_has_others() {
        signedIn(PHONE);
        var computer = signedIn(THIEF);
        var told = computer.open("/notifications");
        assertThat(told.words()).contains("nouvel appareil");
        var security = computer.open("/security");
        assertThat(security.words())
                .contains("Chrome sur Android")
                .contains("Firefox sur Windows")
                .contains("cet appareil");
        assertThat(signedIn(PHONE).open("/security").page().select("ul.list > li")).hasSize(3);
    }

    @Test
    void putting_a_device_out_closes_the_account_there_and_here_stays_open() {
        var phone = signedIn(PHONE);
        var computer = signedIn(THIEF);
        var security = computer.open("/security");
        var action = security.page().select("li:contains(Android) form").attr("action");
        assertThat(computer.form(security, action).send().words())
                .contains("L’appareil est retiré");
        clock.moveBy(Duration.ofSeconds(5));
        assertThat(phone.ask("/").location()).isEqualTo("/sign-in");
        assertThat(computer.ask("/").status()).isEqualTo(200);
    }

    @Test
    void the_device_of_somebody_else_is_not_found() {
        var amina = signedIn(PHONE);
        var action =
                amina.open("/security").page().select("form[action*=forgetting]").attr("action");
        var thomas = visitors.as("thomas.leroy");
        assertThat(thomas.post(action, java.util.Map.of()).status()).isEqualTo(404);
        assertThat(amina.ask("/").status()).isEqualTo(200);
    }

    @Test
    void a_password_without_its_second_factor_makes_no_device_known() {
        var marc = visitors.stranger();
        marc.form(marc.open("/"), "/sign-in")
                .fill("login", "marc.olivet")
                .fill("password", "preau-demo-2024")
                .send();
        assertThat(marc.cookie("preau-device")).isNull();
    }

    @Test
    void elsewhere_in_the_network_the_second_factor_is_asked_for_again() {
        var marc = visitors.as("marc.olivet");
        var token = marc.cookie("preau");
        assertThat(marc.ask("/").status()).isEqualTo(200);
        clock.moveBy(Duration.ofSeconds(5));
        var here = Client.named("");
        var moved = sessions.visit(token, new Client(here, "elsewhere"));
        assertThat(moved.orElseThrow().visit().due())
                .isEqualTo(fr.preau.web.Visit.Due.SECOND_FACTOR);
    }

    @Test
    void clients_are_called_what_their_owners_call_them() {
        assertThat(Client.named(PHONE)).isEqualTo("Chrome sur Android");
        assertThat(Client.named(THIEF)).isEqualTo("Firefox sur Windows");
        assertThat(
                        Client.named(
                                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604.1"))
                .isEqualTo("Safari sur iPhone");
        assertThat(Client.named("curl/8")).isEqualTo("Navigateur sur appareil");
    }
}
