package fr.preau.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.database.Unusable;
import fr.preau.web.TestMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** Who writes is a setting: wrong, it would be taken for a fault of every address written to. */
class SenderTest {
    private static Mail from(String from) {
        return new Mail(
                new MockEnvironment()
                        .withProperty("preau.mail.host", "mail.exemple.fr")
                        .withProperty("preau.mail.from", from),
                TestMode.of("production"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"preau@exemple.fr", "Preau <preau@exemple.fr>"})
    void one_address_sends_letters(String from) {
        assertThat(from(from).open()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "preau",
                "preau@",
                "preau.exemple.fr",
                "Preau <preau@exemple.fr",
                "a@exemple.fr, b@exemple.fr",
                "preau@exemple,fr"
            })
    void what_is_no_address_keeps_the_program_from_starting(String from) {
        assertThatThrownBy(() -> from(from))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("PREAU_MAIL_FROM");
    }
}
