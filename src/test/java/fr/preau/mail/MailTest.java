package fr.preau.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.preau.School;
import fr.preau.web.Mode;
import jakarta.mail.MessagingException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;

/** Letters reach a server when one is named, and only then. */
@School
class MailTest {
    private static final Mail.Letter LETTER =
            new Mail.Letter("amina@example.fr", "Préau : un accent", "Bonjour,\n\nÀ bientôt.");

    @Autowired Mode mode;
    @Autowired Mail demo;

    private Mail through(int port) {
        return new Mail(
                new MockEnvironment()
                        .withProperty("preau.mail.host", "127.0.0.1")
                        .withProperty("preau.mail.port", Integer.toString(port))
                        .withProperty("preau.mail.from", "preau@example.fr")
                        .withProperty("preau.mail.tls", "false"),
                mode);
    }

    @Test
    void a_letter_arrives_with_its_accents() throws MessagingException {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            through(server.getSmtp().getPort()).send(LETTER);
            var arrived = server.getReceivedMessages();
            assertThat(arrived).hasSize(1);
            assertThat(arrived[0].getSubject()).isEqualTo(LETTER.subject());
            assertThat(arrived[0].getFrom()[0].toString()).isEqualTo("preau@example.fr");
            assertThat(arrived[0].getAllRecipients()[0].toString()).isEqualTo(LETTER.to());
            assertThat(arrived[0].getContentType()).startsWith("text/plain");
            assertThat((String) content(arrived[0])).contains("À bientôt.");
        } finally {
            server.stop();
        }
    }

    private static Object content(jakarta.mail.Message message) throws MessagingException {
        try {
            return message.getContent();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_server_that_is_away_breaks_nothing() {
        assertThatCode(() -> through(1).send(LETTER)).doesNotThrowAnyException();
    }

    @Test
    void the_demo_keeps_what_it_would_have_sent() {
        demo.send(LETTER);
        assertThat(demo.open()).isTrue();
        assertThat(demo.kept()).first().isEqualTo(LETTER);
    }
}
