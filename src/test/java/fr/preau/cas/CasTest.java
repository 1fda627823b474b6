package fr.preau.cas;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.connectors.ServiceAddressTest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A service outside learns who somebody is by a ticket, as the CAS Protocol 3.0.3 has it. */
class CasTest extends CasDoor {
    @Test
    void a_pupil_is_known_to_a_service_by_an_opaque_name_and_what_the_region_has_chosen() {
        var yanis = visitors.as("yanis.benali");
        var answer = shown("/cas/p3/serviceValidate", SERVICE, ticket(yanis, SERVICE));
        assertThat(answer)
                .containsPattern("<cas:user>[0-9a-f]{40}</cas:user>")
                .contains("<cas:Prenom>Yanis</cas:Prenom>")
                .contains("<cas:ENTPersonProfils>National_ELV</cas:ENTPersonProfils>")
                .contains("<cas:ENTPersonStructRattachRNE>0341315V</cas:ENTPersonStructRattachRNE>")
                .contains("<cas:ENTEleveClasses>CP A</cas:ENTEleveClasses>")
                .doesNotContainIgnoringCase("benali");
        assertThat(answer.indexOf("authenticationDate"))
                .isLessThan(answer.indexOf("longTermAuthenticationRequestTokenUsed"));
        var again = shown("/cas/serviceValidate", SERVICE, ticket(yanis, SERVICE));
        assertThat(again).doesNotContain("attributes");
        assertThat(element("user", again)).as("always the same").isEqualTo(element("user", answer));
    }

    @Test
    void another_service_knows_the_same_pupil_by_another_name() {
        connectors.cas("cartes", "https://cartes.example/");
        var yanis = visitors.as("yanis.benali");
        var here = shown("/cas/serviceValidate", SERVICE, ticket(yanis, SERVICE));
        var there =
                shown(
                        "/cas/serviceValidate",
                        "https://cartes.example/",
                        ticket(yanis, "https://cartes.example/"));
        assertThat(element("user", here)).isNotEqualTo(element("user", there));
    }

    @Test
    void the_first_protocol_answers_in_two_lines_and_the_others_in_json_when_asked() {
        var yanis = visitors.as("yanis.benali");
        assertThat(shown("/cas/validate", SERVICE, ticket(yanis, SERVICE)))
                .matches("yes\\n[0-9a-f]{40}\\n");
        assertThat(shown("/cas/validate", SERVICE, "ST-nothing")).isEqualTo("no\n\n");
        assertThat(
                        visitors.stranger()
                                .ask(
                                        "/cas/p3/serviceValidate?format=JSON&service="
                                                + encoded(SERVICE)
                                                + "&ticket="
                                                + ticket(yanis, SERVICE))
                                .body())
                .contains("\"authenticationSuccess\"")
                .contains("\"ENTEleveClasses\":[\"CP A\"]");
    }

    @Test
    void a_ticket_serves_once() {
        var ticket = ticket(visitors.as("yanis.benali"), SERVICE);
        assertThat(shown("/cas/serviceValidate", SERVICE, ticket))
                .contains("authenticationSuccess");
        assertThat(shown("/cas/serviceValidate", SERVICE, ticket)).contains("INVALID_TICKET");
    }

    @Test
    void a_ticket_shown_for_another_service_is_spent() {
        var ticket = ticket(visitors.as("yanis.benali"), SERVICE);
        assertThat(shown("/cas/serviceValidate", SERVICE + "autre", ticket))
                .contains("INVALID_SERVICE");
        assertThat(shown("/cas/serviceValidate", SERVICE, ticket)).contains("INVALID_TICKET");
    }

    @Test
    void a_ticket_is_good_for_a_minute_and_as_long_as_the_session_lasts() {
        var yanis = visitors.as("yanis.benali");
        var late = ticket(yanis, SERVICE);
        clock.moveBy(Duration.ofSeconds(61));
        assertThat(shown("/cas/serviceValidate", SERVICE, late)).contains("INVALID_TICKET");
        var orphan = ticket(yanis, SERVICE);
        yanis.form(yanis.open("/comfort"), "/sign-out").send();
        assertThat(shown("/cas/serviceValidate", SERVICE, orphan)).contains("INVALID_TICKET");
    }

    @Test
    void a_service_that_is_closed_meanwhile_learns_nothing() {
        var ticket = ticket(visitors.as("yanis.benali"), SERVICE);
        connectors.close("livres");
        assertThat(shown("/cas/serviceValidate", SERVICE, ticket)).contains("INVALID_TICKET");
    }

    @Test
    void what_a_request_lacks_is_said() {
        assertThat(visitors.stranger().ask("/cas/serviceValidate?ticket=ST-1").body())
                .contains("INVALID_REQUEST");
        assertThat(visitors.stranger().ask("/cas/proxy?pgt=PGT-1").body())
                .contains("INVALID_REQUEST");
        assertThat(
                        visitors.stranger()
                                .ask("/cas/proxy?pgt=PGT-1&targetService=" + encoded(SERVICE))
                                .body())
                .contains("INVALID_TICKET");
    }

    @Test
    void whoever_has_not_entered_enters_first_and_is_then_led_there() {
        var stranger = visitors.stranger();
        var door = stranger.ask(login(SERVICE));
        assertThat(door.location()).startsWith("/sign-in?then=");
        var form = stranger.form(stranger.open(door.location() + "&who=PUPIL"), "/sign-in");
        assertThat(form.value("then")).isEqualTo(login(SERVICE));
    }

    @Test
    void the_service_is_not_open_to_families_nor_to_other_schools() {
        for (var login :
                List.of("amina.benali", "nadia.ferrand", "mireille.castan", "remi.vernet")) {
            var answer = visitors.as(login).ask(login(SERVICE));
            assertThat(answer.status()).as(login).isEqualTo(403);
            assertThat(answer.words()).contains("n’est pas ouvert pour vous");
            assertThat(answer.body()).doesNotContain("ST-");
        }
    }

    @Test
    void gateway_leads_back_without_a_ticket_where_login_would_ask() {
        assertThat(visitors.stranger().ask(login(SERVICE) + "&gateway=true").location())
                .isEqualTo(SERVICE);
        assertThat(visitors.as("amina.benali").ask(login(SERVICE) + "&gateway=true").location())
                .isEqualTo(SERVICE);
        assertThat(visitors.as("yanis.benali").ask(login(SERVICE) + "&gateway=true").location())
                .contains("ticket=ST-");
        assertThat(visitors.stranger().ask(login(SERVICE) + "&gateway=true&renew=true").location())
                .startsWith("/sign-in");
    }

    @Test
    void renew_asks_to_enter_again_unless_that_was_just_done_for_it() {
        var yanis = visitors.as("yanis.benali");
        clock.moveBy(Duration.ofMinutes(6));
        var answer = yanis.ask(login(SERVICE) + "&renew=true");
        assertThat(answer.location()).startsWith("/sign-in?then=").contains("renew");
        var plain = ticket(yanis, SERVICE);
        assertThat(
                        visitors.stranger()
                                .ask(
                                        "/cas/serviceValidate?renew=true&service="
                                                + encoded(SERVICE)
                                                + "&ticket="
                                                + plain)
                                .body())
                .contains("INVALID_TICKET_SPEC");
    }

    @Test
    void no_devious_address_gets_a_ticket_or_a_redirection() {
        var yanis = visitors.as("yanis.benali");
        for (var address : ServiceAddressTest.hostile()) {
            for (var way :
                    List.of(
                            "/cas/login?service=",
                            "/cas/login?gateway=true&service=",
                            "/cas/logout?service=",
                            "/cas/logout?url=")) {
                var answer = yanis.ask(way + encoded(address));
                assertThat(answer.location()).as(way + address).isIn("", "/", "/sign-in");
                assertThat(answer.body())
                        .as(way + address)
                        .doesNotContainPattern("ST-[0-9a-f]{48}")
                        .doesNotContain("name=\"onwards\"");
            }
        }
        var page = yanis.ask(login("https://mechant.example/"));
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.words()).contains("Ce service n’est pas inscrit");
    }

    @Test
    void tickets_are_never_alike() {
        var proof = System.getProperty("preau.proof");
        var count = "full".equals(proof) ? 1_000_000 : 20_000;
        var made = new HashSet<String>();
        for (var n = 0; n < count; n++) made.add(Tickets.make("ST-"));
        assertThat(made).hasSize(count).allMatch(one -> one.matches("ST-[0-9a-f]{48}"));
    }
}
