package fr.preau.mail;

import fr.preau.database.Unusable;
import fr.preau.web.Mode;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Letters in plain text. Without a server they go nowhere; in the demo they stay here, where the
 * person who tries can read them.
 */
@Component
public class Mail {
    private static final Logger LOG = LoggerFactory.getLogger(Mail.class);
    private static final int KEPT = 30;
    private static final String PATIENCE = "10000";

    private final String host;
    private final @Nullable InternetAddress from;
    private final boolean demo;
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final Deque<Letter> kept = new ArrayDeque<>();

    Mail(Environment settings, Mode mode) {
        host = settings.getProperty("preau.mail.host", "");
        from = sender(settings.getProperty("preau.mail.from", ""));
        demo = mode.isDemo();
        sender.setHost(host);
        sender.setPort(settings.getProperty("preau.mail.port", Integer.class, 587));
        sender.setDefaultEncoding("UTF-8");
        var user = settings.getProperty("preau.mail.user", "");
        var mail = sender.getJavaMailProperties();
        if (!user.isEmpty()) {
            sender.setUsername(user);
            sender.setPassword(settings.getProperty("preau.mail.password", ""));
            mail.setProperty("mail.smtp.auth", "true");
        }
        // Secrets travel in these letters: in clear only when the settings say so.
        var tls = settings.getProperty("preau.mail.tls", Boolean.class, true);
        mail.setProperty("mail.smtp.starttls.enable", tls.toString());
        mail.setProperty("mail.smtp.starttls.required", tls.toString());
        mail.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        for (var wait : List.of("connectiontimeout", "timeout", "writetimeout"))
            mail.setProperty("mail.smtp." + wait, PATIENCE);
    }

    /** Found wrong at the first letter, it would be taken for a fault of whoever is written to. */
    private static @Nullable InternetAddress sender(String typed) {
        if (typed.isBlank()) return null;
        try {
            return new InternetAddress(typed, true);
        } catch (AddressException e) {
            throw new Unusable(
                    "PREAU_MAIL_FROM doit être une seule adresse, comme preau@exemple.fr.");
        }
    }

    /**
     * A letter as it left. {@code number}: its own for ever, so that one which leaves twice is
     * recognised by whoever receives it; {@code choices}: where its reader chooses to have no more.
     */
    public record Letter(
            String to,
            String subject,
            String text,
            @Nullable String number,
            @Nullable String choices) {
        public Letter(String to, String subject, String text) {
            this(to, subject, text, null, null);
        }
    }

    /** Whether letters go anywhere. */
    public boolean open() {
        return !host.isEmpty() && from != null || demo;
    }

    /** Sends one letter: what became of it is also said in the log, never to whom, never what. */
    public Outcome send(Letter letter) {
        var outcome = new Outcome[] {Outcome.LATER};
        send(List.of(letter), (sent, became) -> outcome[0] = became);
        return outcome[0];
    }

    /**
     * Sends letters one after the other over one connection, and says of each what became of it as
     * soon as it is known.
     */
    public void send(List<Letter> letters, BiConsumer<Letter, Outcome> then) {
        if (host.isEmpty() || from == null) {
            for (var letter : letters) {
                if (demo) keep(letter);
                then.accept(letter, demo ? Outcome.SENT : Outcome.LATER);
            }
            return;
        }
        try (var connection = new Connection(from)) {
            for (var letter : letters) {
                var outcome = connection.send(letter);
                if (!outcome.sent() && !connection.said)
                    LOG.warn("a letter did not leave: {}", outcome);
                connection.said = connection.away;
                then.accept(letter, outcome);
            }
        }
    }

    /** Opened for the first letter, and again after one that broke it. */
    private final class Connection implements AutoCloseable {
        private final InternetAddress from;
        private @Nullable Transport transport;
        private boolean away;
        private boolean said;

        private Connection(InternetAddress from) {
            this.from = from;
        }

        /** A server that could not be reached is not asked again for each letter. */
        Outcome send(Letter letter) {
            if (away) return Outcome.LATER;
            try {
                var message = new NumberedMessage(sender.getSession(), from, letter);
                connected().sendMessage(message, message.getAllRecipients());
                return Outcome.SENT;
            } catch (MessagingException e) {
                return Outcome.of(e);
            }
        }

        private Transport connected() throws MessagingException {
            if (transport == null) transport = sender.getSession().getTransport("smtp");
            if (!transport.isConnected()) {
                away = true;
                transport.connect(
                        host, sender.getPort(), sender.getUsername(), sender.getPassword());
                away = false;
            }
            return transport;
        }

        @Override
        public void close() {
            try {
                if (transport != null) transport.close();
            } catch (MessagingException e) {
                LOG.debug("the server had gone already");
            }
        }
    }

    private void keep(Letter letter) {
        synchronized (kept) {
            kept.addFirst(letter);
            if (kept.size() > KEPT) kept.removeLast();
        }
    }

    /** What the demo has sent, the latest first; nothing elsewhere. */
    public List<Letter> kept() {
        synchronized (kept) {
            return List.copyOf(kept);
        }
    }
}
