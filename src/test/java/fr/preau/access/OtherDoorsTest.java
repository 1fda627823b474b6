package fr.preau.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.access.OtherDoors.Entry;
import fr.preau.access.OtherDoors.Verdict;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whoever another door has proved enters, and owes here what everybody owes. */
@School
class OtherDoorsTest {
    private static final Entry DESK =
            new Entry("desk", "https://desk.example/sign-out?back=preau", false);

    @Autowired OtherDoors doors;
    @Autowired Visitors visitors;
    @Autowired Accounts accounts;
    @Autowired Walls walls;
    @Autowired School.SettableClock clock;
    @Autowired JdbcClient db;

    private long account(String login) {
        return accounts.byLogin(login).orElseThrow().id();
    }

    private Visitor enters(String login) {
        var answer = new MockHttpServletResponse();
        assertThat(doors.enter(account(login), DESK, new MockHttpServletRequest(), answer))
                .isEqualTo(Verdict.IN);
        var visitor = visitors.stranger();
        var cookie = answer.getHeader("Set-Cookie");
        visitor.cookie("preau", cookie.substring("preau=".length(), cookie.indexOf(';')));
        return visitor;
    }

    private void state(String login, String state) {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql("update account set state = :state where login = :login")
                                .param("state", state)
                                .param("login", login)
                                .update());
    }

    @Test
    void an_account_that_waited_is_active_and_the_charter_comes_first() {
        state("amina.benali", "TO_ACTIVATE");
        var amina = enters("amina.benali");
        assertThat(amina.ask("/notifications").location()).isEqualTo("/charter");
        assertThat(accounts.byLogin("amina.benali").orElseThrow().state()).isEqualTo("ACTIVE");
    }

    @Test
    void rights_over_others_still_ask_for_the_second_factor() {
        assertThat(enters("marc.olivet").ask("/").location()).isEqualTo("/second-factor");
    }

    @Test
    void whoever_has_no_password_here_proves_themselves_at_their_own_door() {
        walls.as(
                Wall.DOOR,
                () ->
                        db.sql(
                                        "update account set password_hash = null where login = 'amina.benali'")
                                .update());
        visitors.as("amina.benali");
        var amina = enters("amina.benali");
        assertThat(amina.ask("/security/password").status()).isEqualTo(200);
        clock.moveBy(java.time.Duration.ofMinutes(11));
        var asked = amina.open("/security/password");
        assertThat(asked.page().select("input[name=code]")).isEmpty();
        assertThat(asked.page().select("a[href^='/saml/educonnect?then=']").attr("href"))
                .isEqualTo("/saml/educonnect?then=%2Fsecurity%2Fpassword");
        assertThat(amina.post("/second-factor", java.util.Map.of("code", "")).status())
                .isEqualTo(422);
    }

    @Test
    void signing_out_leads_to_the_other_door_which_signs_out_too() {
        visitors.as("amina.benali");
        var amina = enters("amina.benali");
        var left = amina.form(amina.open("/"), "/sign-out").send();
        assertThat(left.headers().firstValue("Refresh"))
                .contains("0;url=https://desk.example/sign-out?back=preau");
        assertThat(left.page().select("a.btn").attr("href"))
                .isEqualTo("https://desk.example/sign-out?back=preau");
        assertThat(amina.ask("/").location()).isEqualTo("/sign-in");
    }

    @Test
    void a_closed_account_stays_closed() {
        state("amina.benali", "CLOSED");
        assertThat(
                        doors.enter(
                                account("amina.benali"),
                                DESK,
                                new MockHttpServletRequest(),
                                new MockHttpServletResponse()))
                .isEqualTo(Verdict.REFUSED);
    }

    @Test
    void what_a_provider_says_of_somebody_belongs_to_one_account() {
        var amina = account("amina.benali");
        assertThat(doors.link(amina, "proconnect", "one subject")).isTrue();
        assertThat(doors.link(amina, "proconnect", "one subject")).isTrue();
        assertThat(doors.link(account("karim.benali"), "proconnect", "one subject")).isFalse();
        assertThat(doors.linked("proconnect", "one subject")).contains(amina);
        assertThat(doors.linked("educonnect", "one subject")).isEmpty();
    }

    @Test
    void one_is_led_on_to_addresses_only() {
        for (var evil : new String[] {"javascript:alert(1)", "https://a.example/\r\nX: y", "/x"})
            assertThatThrownBy(() ->
                            OnwardsPage.to(
                                    evil, "access.sign-out.onwards", new MockHttpServletResponse()))
                    .isInstanceOf(IllegalArgumentException.class);
    }
}
