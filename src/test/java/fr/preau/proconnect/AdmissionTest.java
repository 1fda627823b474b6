package fr.preau.proconnect;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.access.Tokens;
import fr.preau.database.Wall;
import fr.preau.proconnect.Refusal.Reason;
import fr.preau.townstaff.AcceptedColleague;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is let in: an agent of a commune with a convention, invited by its referent. */
class AdmissionTest extends ForgedDoor {
    @Test
    void a_commune_needs_a_convention_today() {
        for (var siret :
                List.of(
                        "21340069000012",
                        "2134006900001",
                        "213400690000110",
                        "21340069100011",
                        "2134006900001a",
                        "٩٩٩٣٤٠٦٩٨٠٠٠١١"))
            isRefused(siret, Reason.SIRET, f -> f.userinfo.put("siret", siret));
        isRefused(
                "no convention",
                Reason.NO_CONVENTION,
                f -> f.userinfo.put("siret", "99934225600016"));
        var today = LocalDate.now(clock);
        var other =
                number(
                        "insert into structure (kind, name, insee) values ('TOWN', 'MARAUSSAN', '34148') returning id");
        conventions.sign(other, "999342256", today.minusYears(1), today.minusDays(1));
        isRefused(
                "a convention that has ended",
                Reason.NO_CONVENTION,
                f -> f.userinfo.put("siret", "99934225600016"));
        conventions.sign(other, "999342256", today.plusDays(1), today.plusYears(1));
        isRefused(
                "a convention to come",
                Reason.NO_CONVENTION,
                f -> f.userinfo.put("siret", "99934225600016"));
        conventions.sign(other, "999342256", today, today);
        isRefused(
                "a convention, and an invitation of another commune",
                Reason.NO_INVITATION,
                f -> f.userinfo.put("siret", "99934225600016"));
        enters("her own commune", f -> {});
    }

    /** Somebody new, on the way by this invitation. */
    private String comes(String code, String subject, String email) {
        var leaver = leaves(visitors.stranger(), "/proconnect?invitation=" + code);
        if (leaver.state() == null) return "not even asked";
        prepare(leaver);
        forger.idToken.put("sub", subject);
        forger.userinfo.put("sub", subject);
        forger.userinfo.put("email", email);
        forger.userinfo.put("given_name", "Nadège");
        forger.userinfo.put("usual_name", "Vidal");
        var to = leaver.back();
        return to.startsWith("/proconnect/refused/") ? reason() : inside(leaver.visitor());
    }

    private String invite(long where, String email, Long person) {
        return invitations.make(where, email, person, mireille).code();
    }

    @Test
    void an_invitation_is_for_one_address_of_one_commune_once() throws SQLException {
        AcceptedColleague.insert(pool, "Nadège", "Vidal", "n.vidal@cazouls.example");
        var code = invite(town, "n.vidal@cazouls.example", null);
        assertThat(comes(code, "nadege", "someone@cazouls.example")).isEqualTo("OTHER_ADDRESS");
        assertThat(comes(code, "nadege", "n.vidal@cazouls.example.evil"))
                .isEqualTo("OTHER_ADDRESS");
        var other =
                number(
                        "insert into structure (kind, name, insee) values ('TOWN', 'MARAUSSAN', '34148') returning id");
        assertThat(
                        comes(
                                invite(other, "n.vidal@cazouls.example", null),
                                "nadege",
                                "n.vidal@cazouls.example"))
                .isEqualTo("OTHER_TOWN");
        assertThat(comes(code, "nadege", "N.Vidal@Cazouls.example")).isEqualTo("nadege.vidal");
        var late = leaves(visitors.stranger(), "/proconnect?invitation=" + code);
        assertThat(late.state()).as("it has served").isNull();

        var ended = invite(town, "b@cazouls.example", null);
        clock.moveBy(Duration.ofDays(15));
        assertThat(comesByThe(ended)).isEqualTo("/proconnect/refused/invitation-over");
        var withdrawn = invitations.make(town, "c@cazouls.example", null, mireille);
        invitations.withdraw(withdrawn.id(), List.of(town));
        assertThat(comesByThe(withdrawn.code())).isEqualTo("/proconnect/refused/invitation-over");
        var replaced = invite(town, "d@cazouls.example", null);
        invite(town, "d@cazouls.example", null);
        assertThat(comesByThe(replaced)).isEqualTo("/proconnect/refused/invitation-over");
        for (var wrong : List.of("", "x", Tokens.make(192)))
            assertThat(comesByThe(wrong)).isEqualTo("/proconnect/refused/invitation-over");
    }

    private String comesByThe(String code) {
        return visitors.stranger().ask("/proconnect?invitation=" + code).location();
    }

    @Test
    void an_invitation_that_ends_on_the_way_has_ended() throws SQLException {
        AcceptedColleague.insert(pool, "Nadège", "Vidal", "n.vidal@cazouls.example");
        var withdrawn = invitations.make(town, "n.vidal@cazouls.example", null, mireille);
        var leaver = leaves(visitors.stranger(), "/proconnect?invitation=" + withdrawn.code());
        invitations.withdraw(withdrawn.id(), List.of(town));
        prepare(leaver);
        forger.idToken.put("sub", "nadege");
        forger.userinfo.put("sub", "nadege");
        forger.userinfo.put("email", "n.vidal@cazouls.example");
        assertThat(leaver.back()).isEqualTo("/proconnect/refused/invitation-over");

        var twice = invitations.make(town, "n.vidal@cazouls.example", null, mireille);
        var first = leaves(visitors.stranger(), "/proconnect?invitation=" + twice.code());
        var second = leaves(visitors.stranger(), "/proconnect?invitation=" + twice.code());
        for (var one : Map.of(first, "nadege", second, "paul").entrySet()) {
            prepare(one.getKey());
            forger.idToken.put("sub", one.getValue());
            forger.userinfo.put("sub", one.getValue());
            forger.userinfo.put("email", "n.vidal@cazouls.example");
            one.getKey().back();
        }
        assertThat(
                        List.of(inside(first.visitor()), inside(second.visitor())).stream()
                                .filter(login -> !login.equals("-")))
                .as("one of two identities")
                .hasSize(1);
    }

    private List<String> roleOfNadege() {
        return walls.as(
                Wall.DIRECTORY,
                () ->
                        db.sql(
                                        "select r.ends_on::text from role r join person p on p.id = r.person_id and p.first_name = 'Nadège' where r.kind = 'TOWN_STAFF'")
                                .query(String.class)
                                .list());
    }

    @Test
    void a_new_colleague_gets_a_role_only_while_the_region_accepts_them() throws SQLException {
        var email = "n.vidal@cazouls.example";
        var early = invite(town, email, null);
        assertThat(comes(early, "nadege", email)).isEqualTo("NOT_APPROVED");
        AcceptedColleague.insert(pool, "Nadège", "Vidal", email);
        assertThat(comes(early, "nadege", email)).isEqualTo("nadege.vidal");
        assertThat(roleOfNadege()).as("one person, until the day that was accepted").hasSize(1);

        AcceptedColleague.end(pool, email);
        walls.as(
                Wall.DIRECTORY,
                () -> db.sql("delete from role where kind = 'TOWN_STAFF'").update());
        var leaver = leaves();
        prepare(leaver);
        forger.idToken.put("sub", "nadege");
        forger.userinfo.put("sub", "nadege");
        assertThat(leaver.back()).isEqualTo("/proconnect/refused/no-account");
        assertThat(roleOfNadege()).as("not given again").isEmpty();
        assertThat(comes(invite(town, email, null), "nadege", email)).isEqualTo("NOT_APPROVED");
        assertThat(roleOfNadege()).isEmpty();
    }

    @Test
    void an_identity_holds_one_account_and_a_protected_account_asks_for_its_code() {
        var mayor = person("Gilles", "Marty");
        assertThat(comes(invite(town, EMAIL, mayor), Forger.SUBJECT, EMAIL))
                .as("Mireille's own identity is hers")
                .isEqualTo("TAKEN");
        assertThat(comes(invite(town, EMAIL, null), Forger.SUBJECT, EMAIL))
                .as("invited as somebody new, she is who she was")
                .isEqualTo("mireille.castan");
        var leaver =
                leaves(
                        visitors.stranger(),
                        "/proconnect?invitation=" + invite(town, "maire@cazouls.example", mayor));
        prepare(leaver);
        forger.idToken.put("sub", "gilles");
        forger.userinfo.put("sub", "gilles");
        forger.userinfo.put("email", "maire@cazouls.example");
        assertThat(leaver.back()).isEqualTo("/");
        assertThat(inside(leaver.visitor())).isEqualTo("gilles.marty");
        assertThat(leaver.visitor().ask("/").location())
                .as("whatever ProConnect says, the first time asks for the code of the account")
                .startsWith("/second-factor");
        assertThat(again("gilles", List.of("mfa"))).startsWith("/charter");
        for (var manner : List.of("totp", "pop"))
            assertThat(again("gilles", List.of("pwd", manner))).startsWith("/charter");
        for (var manners : List.of(List.of("pwd"), List.of("pwd", "mail"), List.of()))
            assertThat(again("gilles", manners)).as("" + manners).startsWith("/second-factor");
        assertThat(again("gilles", null)).startsWith("/second-factor");
    }

    private String again(String subject, List<?> manners) {
        var leaver = leaves();
        prepare(leaver);
        forger.idToken.put("sub", subject);
        forger.userinfo.put("sub", subject);
        if (manners == null) forger.idToken.remove("amr");
        else forger.idToken.put("amr", manners);
        assertThat(leaver.back()).isEqualTo("/tools");
        return leaver.visitor().ask("/").location();
    }
}
