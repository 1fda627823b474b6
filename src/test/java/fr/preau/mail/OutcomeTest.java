package fr.preau.mail;

import static fr.preau.mail.Outcome.Kind.LATER;
import static fr.preau.mail.Outcome.Kind.REFUSED;
import static fr.preau.mail.Outcome.Kind.SENT;
import static fr.preau.mail.Outcome.Kind.UNWANTED;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.School;
import fr.preau.web.Mode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a server says decides whether a letter waits, is given up, or gives its address up. */
@School
class OutcomeTest {
    @Autowired Mode mode;

    private Mail mail(Postman postman) {
        return postman.mail(mode);
    }

    private static Mail.Letter to(String address) {
        return new Mail.Letter(address, "Préau", "Bonjour.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "250 known|SENT|250",
                "550 5.1.1 no such user|REFUSED|550",
                "553 mailbox name not allowed|REFUSED|553",
                "450 4.2.0 greylisted|LATER|450",
                "452 4.2.2 mailbox full|LATER|452",
                "550 5.7.1 blocked by policy|LATER|550",
                "554 relaying denied|LATER|554"
            })
    void an_address_is_given_up_only_on_the_word_of_the_server(
            String answer, Outcome.Kind kind, int code) {
        try (var postman = new Postman().answering("amina@example.fr", answer)) {
            assertThat(mail(postman).send(to("amina@example.fr")))
                    .isEqualTo(new Outcome(kind, code));
        }
    }

    @Test
    void a_text_that_is_not_wanted_says_nothing_of_the_address() {
        try (var postman = new Postman().afterText("554 looks like spam")) {
            assertThat(mail(postman).send(to("amina@example.fr")).kind()).isEqualTo(UNWANTED);
        }
    }

    @Test
    void a_server_that_is_away_or_busy_is_asked_later() {
        try (var postman = new Postman().away("421 busy")) {
            assertThat(mail(postman).send(to("amina@example.fr")).kind()).isEqualTo(LATER);
        }
        var closed = new Postman();
        closed.close();
        assertThat(mail(closed).send(to("amina@example.fr")).kind()).isEqualTo(LATER);
    }

    @Test
    void many_letters_share_a_connection_and_one_that_is_refused_stops_no_other() {
        try (var postman = new Postman().answering("b@example.fr", "550 5.1.1 unknown")) {
            var became = new ArrayList<Outcome.Kind>();
            mail(postman)
                    .send(
                            List.of(to("a@example.fr"), to("b@example.fr"), to("c@example.fr")),
                            (letter, outcome) -> became.add(outcome.kind()));
            assertThat(became).containsExactly(SENT, REFUSED, SENT);
            assertThat(postman.letters()).hasSize(2);
            assertThat(postman.connections()).isOne();
        }
    }

    @Test
    void an_address_that_is_none_or_several_reaches_no_server() {
        try (var postman = new Postman()) {
            for (var address :
                    List.of("amina", "a@example.fr, b@example.fr", "a@example.fr\r\nX: y"))
                assertThat(mail(postman).send(to(address)).kind()).as(address).isEqualTo(REFUSED);
            assertThat(postman.letters()).isEmpty();
        }
    }

    @Test
    void a_letter_says_which_one_it_is_and_that_nobody_wrote_it_by_hand() {
        try (var postman = new Postman()) {
            mail(postman)
                    .send(
                            new Mail.Letter(
                                    "amina@example.fr",
                                    "Deux\r\nBcc: x@example.fr",
                                    "Bonjour.",
                                    "letter-7",
                                    "https://ecole.example.fr/notifications/preferences"));
            assertThat(postman.letters().getFirst())
                    .contains("Message-ID: <letter-7@example.fr>")
                    .contains("Auto-Submitted: auto-generated")
                    .contains("List-Unsubscribe:")
                    .doesNotContain("\nBcc:");
        }
    }
}
