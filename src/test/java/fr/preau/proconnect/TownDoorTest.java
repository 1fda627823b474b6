package fr.preau.proconnect;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.School;
import fr.preau.Visitor;
import fr.preau.Visitors;
import fr.preau.townstaff.AcceptedColleague;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The door of town halls as the demo plays it: invitations, the first entry and the next ones. */
@School
class TownDoorTest {
    private static final String NADEGE = "nadege.vidal@cazouls.example";

    @Autowired Visitors visitors;
    @Autowired School.SettableClock clock;
    @Autowired HikariDataSource pool;

    /** From a page of ours, through the demo's ProConnect, and back; where that leads. */
    private Visitor.Answer through(Visitor visitor, String link, String name) {
        var to = visitor.ask(link).location();
        assertThat(to).startsWith(visitors.address() + LocalProvider.PATH + "/authorize?");
        var there = visitor.ask(to.substring(visitors.address().length()));
        assertThat(there.words()).contains("Démonstration");
        var row =
                there.page().select("form").stream()
                        .filter(form -> form.text().contains(name))
                        .findFirst()
                        .orElseThrow();
        var fields = new java.util.LinkedHashMap<String, String>();
        for (var name2 : List.of("redirect_uri", "state", "nonce"))
            fields.put(name2, row.select("[name=" + name2 + "]").attr("value"));
        fields.put("agent", row.select("[name=agent]").attr("value"));
        var back = visitor.post(LocalProvider.PATH + "/authorize", fields).location();
        assertThat(back).startsWith(visitors.address() + "/proconnect/return?");
        return visitor.ask(back.substring(visitors.address().length()));
    }

    private String invited(String email, String person) {
        var mireille = visitors.as("mireille.castan");
        var made =
                mireille.form(mireille.open("/town-invitations"), "/town-invitations")
                        .fill("email", email)
                        .fill("person", person)
                        .send();
        assertThat(made.status()).isEqualTo(200);
        var link = made.page().select("#link").text();
        assertThat(link).startsWith(visitors.address() + "/town-invitations/");
        return link.substring(visitors.address().length());
    }

    private String wayIn(Visitor visitor, String invitation) {
        return visitor.open(invitation).page().select("a.btn--primary").attr("href");
    }

    @Test
    void mireille_enters_from_the_sign_in_page_and_leaves_both() {
        var mireille = visitors.stranger();
        var link =
                mireille.open("/sign-in?who=TOWN&then=%2Ftools").page().select("a.btn").stream()
                        .filter(a -> a.text().contains("ProConnect"))
                        .findFirst()
                        .orElseThrow()
                        .attr("href");
        assertThat(through(mireille, link, "Mireille Castan").location()).isEqualTo("/tools");
        assertThat(visitors.loginOf(mireille)).isEqualTo("mireille.castan");
        assertThat(mireille.ask("/").location())
                .as("the second factor was given there")
                .startsWith("/charter");
        visitors.as("mireille.castan");
        var left = mireille.form(mireille.open("/"), "/sign-out").send();
        var onwards = left.headers().firstValue("Refresh").orElse("").replaceFirst("0;url=", "");
        assertThat(onwards).startsWith(visitors.address() + LocalProvider.PATH + "/session/end?");
        var after = mireille.ask(onwards.substring(visitors.address().length()));
        assertThat(after.location()).startsWith(visitors.address() + "/proconnect/left?state=");
        assertThat(mireille.open("/proconnect/left").words()).contains("sorti des deux côtés");
    }

    @Test
    void a_new_colleague_enters_by_the_link_and_then_by_the_sign_in_page() throws SQLException {
        AcceptedColleague.insert(pool, "Nadège", "Vidal", NADEGE);
        var nadege = visitors.stranger();
        assertThat(through(nadege, "/proconnect", "Nadège Vidal").location())
                .as("nobody invited her")
                .isEqualTo("/proconnect/refused/no-invitation");
        var link = invited("Nadege.Vidal@Cazouls.example", "");
        assertThat(nadege.open(link).words()).contains("CAZOULS".substring(1).toLowerCase());
        assertThat(through(nadege, wayIn(nadege, link), "Nadège Vidal").location()).isEqualTo("/");
        assertThat(visitors.loginOf(nadege)).isEqualTo("nadege.vidal");
        var again = visitors.stranger();
        assertThat(through(again, "/proconnect?then=/tools", "Nadège Vidal").location())
                .isEqualTo("/tools");
        assertThat(visitors.loginOf(again)).isEqualTo("nadege.vidal");
        assertThat(visitors.stranger().ask(link).location())
                .as("a link serves once")
                .isEqualTo("/proconnect/refused/invitation-over");
    }

    @Test
    void whoever_is_withdrawn_is_outside_at_once_and_may_be_invited_again() throws SQLException {
        AcceptedColleague.insert(pool, "Nadège", "Vidal", NADEGE);
        var nadege = visitors.stranger();
        through(nadege, wayIn(nadege, invited("nadege.vidal@cazouls.example", "")), "Nadège Vidal");
        assertThat(nadege.ask("/").location()).startsWith("/charter");
        var mireille = visitors.as("mireille.castan");
        var list = mireille.open("/town-invitations");
        var action = list.page().select("li:contains(nadege.vidal) form").attr("action");
        assertThat(mireille.form(list, action).send().words()).contains("Retirée");
        clock.moveBy(Duration.ofSeconds(5));
        assertThat(nadege.ask("/").location()).startsWith("/sign-in");
        assertThat(through(visitors.stranger(), "/proconnect", "Nadège Vidal").location())
                .isEqualTo("/proconnect/refused/no-invitation");
        var back = visitors.stranger();
        assertThat(
                        through(
                                        back,
                                        wayIn(back, invited("nadege.vidal@cazouls.example", "")),
                                        "Nadège Vidal")
                                .location())
                .isEqualTo("/");
        assertThat(visitors.loginOf(back)).as("the same account").isEqualTo("nadege.vidal");
    }

    private Visitor.Answer invite(Visitor mireille) {
        return mireille.form(mireille.open("/town-invitations"), "/town-invitations")
                .fill("email", NADEGE)
                .fill("person", "")
                .send();
    }

    @Test
    void nobody_new_is_invited_without_the_region() throws SQLException {
        var mireille = visitors.as("mireille.castan");
        var refused = invite(mireille);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("La région n’a accepté personne à cette adresse");
        assertThat(refused.page().select("#email").val()).isEqualTo(NADEGE);
        assertThat(refused.page().select("#link")).isEmpty();
        assertThat(refused.page().select("a[href^='/town-staff/new?town=']")).hasSize(1);
        AcceptedColleague.insert(pool, "Nadège", "Vidal", NADEGE);
        assertThat(invite(mireille).page().select("#link")).as("once accepted").hasSize(1);
        AcceptedColleague.end(pool, NADEGE);
        assertThat(invite(mireille).status()).as("ended, and so not invited again").isEqualTo(422);
    }

    @Test
    void a_known_agent_enters_the_account_that_is_theirs() {
        var bruno = visitors.stranger();
        var person =
                visitors.as("mireille.castan")
                        .open("/town-invitations")
                        .page()
                        .select("option:contains(Bruno Astruc)")
                        .attr("value");
        var link = invited("bruno.astruc@cazouls.example", person);
        assertThat(through(bruno, wayIn(bruno, link), "Nadège Vidal").location())
                .isEqualTo("/proconnect/refused/other-address");
        assertThat(through(bruno, wayIn(bruno, link), "Bruno Astruc").location()).isEqualTo("/");
        assertThat(visitors.loginOf(bruno)).isEqualTo("bruno.astruc");
    }

    @Test
    void whoever_is_inside_proves_another_account_of_theirs_and_stays_who_they_are() {
        var helene = visitors.as("helene.costa");
        var back = through(helene, "/proconnect?then=/security/joining", "Mireille");
        assertThat(back.location()).isEqualTo("/security/joining/confirmation");
        assertThat(visitors.loginOf(helene)).isEqualTo("helene.costa");
        assertThat(helene.open(back.location()).words()).contains("Mireille Castan");
    }

    @Test
    void a_commune_without_a_convention_is_told_so() {
        assertThat(through(visitors.stranger(), "/proconnect", "Paul Ortega").location())
                .isEqualTo("/proconnect/refused/no-convention");
        clock.setTo(School.TUESDAY.plus(Duration.ofDays(365)));
        assertThat(through(visitors.stranger(), "/proconnect", "Mireille Castan").location())
                .as("hers has ended")
                .isEqualTo("/proconnect/refused/no-convention");
    }

    @Test
    void only_a_referent_invites() {
        assertThat(visitors.as("mireille.castan").open("/town-invitations").status())
                .isEqualTo(200);
        for (var login :
                List.of("gilles.marty", "bruno.astruc", "marc.olivet", "isabelle.roques")) {
            assertThat(visitors.as(login).ask("/town-invitations").status())
                    .as(login)
                    .isEqualTo(404);
            assertThat(
                            visitors.as(login)
                                    .post("/town-invitations", Map.of("email", "a@b.example"))
                                    .status())
                    .as(login)
                    .isEqualTo(404);
        }
        var mireille = visitors.as("mireille.castan");
        for (var wrong : List.of("", "nadege", "a@b", "a@b.example, c@d.example", "a b@c.example"))
            assertThat(mireille.post("/town-invitations", Map.of("email", wrong)).status())
                    .as(wrong)
                    .isEqualTo(422);
        assertThat(
                        mireille.post(
                                        "/town-invitations",
                                        Map.of("email", "a@b.example", "person", "1"))
                                .status())
                .as("nobody of the town hall")
                .isEqualTo(422);
        assertThat(
                        mireille.post(
                                        "/town-invitations",
                                        Map.of("email", "a@b.example", "town", "1"))
                                .status())
                .as("another commune")
                .isEqualTo(404);
    }
}
