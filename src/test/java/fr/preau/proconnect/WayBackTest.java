package fr.preau.proconnect;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.access.Tokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Only what left this browser comes back to it, once, from the provider that was asked. */
class WayBackTest extends ForgedDoor {
    @Test
    void only_what_left_this_browser_comes_back_and_once() {
        var leaver = leaves();
        prepare(leaver);
        var before = refusals();
        var right = "state=" + leaver.state() + "&code=" + Tokens.make(128);
        assertThat(visitors.stranger().ask("/proconnect/return?" + right).location())
                .as("another browser")
                .isEqualTo("/proconnect/refused/refused");
        var other = leaves();
        prepare(leaver);
        assertThat(other.back(right))
                .as("another browser that has left as well")
                .isEqualTo("/proconnect/refused/refused");
        for (var query :
                List.of(
                        "",
                        "code=abc",
                        "state=&code=abc",
                        "state=" + Tokens.make(256) + "&code=abc",
                        "state=" + leaver.nonce() + "&code=abc"))
            assertThat(leaver.back(query)).as(query).isEqualTo("/proconnect/refused/refused");
        assertThat(forger.asked).as("nothing was asked of anybody").isEmpty();
        assertThat(refusals()).as("nor written").isEqualTo(before);
        assertThat(leaver.back(right)).as("the premise").isEqualTo("/tools");
        var replayed = leaver.back("state=" + leaver.state() + "&code=" + Tokens.make(128));
        assertThat(replayed).as("a state serves once").isEqualTo("/proconnect/refused/refused");

        var second = leaves();
        prepare(second);
        assertThat(
                        second.back(
                                "state="
                                        + second.state()
                                        + "&code="
                                        + right.substring(right.indexOf("code=") + 5)))
                .as("a code serves once")
                .isEqualTo("/proconnect/refused/refused");
        assertThat(reason()).isEqualTo("CODE_SERVED");
        assertThat(forger.asked).as("and is not even shown to ProConnect").isEmpty();

        var late = leaves();
        clock.moveBy(Waiting.AT_THE_DOOR.plusSeconds(1));
        prepare(late);
        assertThat(late.back()).as("too late").isEqualTo("/proconnect/refused/refused");
    }

    @Test
    void an_answer_of_another_provider_is_not_taken_for_this_one() {
        var leaver = leaves();
        prepare(leaver);
        assertThat(
                        leaver.back(
                                "state="
                                        + leaver.state()
                                        + "&code=abc&iss="
                                        + encoded("https://evil.example")))
                .isEqualTo("/proconnect/refused/refused");
        assertThat(reason()).isEqualTo("ISSUER");
        assertThat(forger.asked).as("the code is given to nobody").isEmpty();
        var named = leaves();
        prepare(named);
        assertThat(
                        named.back(
                                "state="
                                        + named.state()
                                        + "&code=abcd&iss="
                                        + encoded(Forger.ISSUER)))
                .isEqualTo("/tools");
        forger.description.put("authorization_response_iss_parameter_supported", true);
        registration.put(forger.counterpart());
        var silent = leaves();
        prepare(silent);
        assertThat(silent.back())
                .as("it names itself in every answer, and not in this one")
                .isEqualTo("/proconnect/refused/refused");
        assertThat(reason()).isEqualTo("ISSUER");
    }

    @Test
    void whoever_gives_up_there_is_not_in_here() {
        for (var error :
                Map.of(
                                "access_denied", "refused",
                                "login_required", "refused",
                                "temporarily_unavailable", "unavailable",
                                "server_error", "unavailable")
                        .entrySet()) {
            var leaver = leaves();
            prepare(leaver);
            assertThat(leaver.back("state=" + leaver.state() + "&code=abc&error=" + error.getKey()))
                    .as(error.getKey())
                    .isEqualTo("/proconnect/refused/" + error.getValue());
            assertThat(forger.asked).isEmpty();
        }
    }
}
