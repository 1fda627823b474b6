package fr.preau.mail;

import fr.preau.web.Mode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
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
    private final String from;
    private final boolean demo;
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final Deque<Letter> kept = new ArrayDeque<>();

    Mail(Environment settings, Mode mode) {
        host = settings.getProperty("preau.mail.host", "");
        from = settings.getProperty("preau.mail.from", "");
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

    /** A letter as it left. */
    public record Letter(String to, String subject, String text) {}

    /** Whether letters go anywhere. */
    public boolean open() {
        return !host.isEmpty() && !from.isEmpty() || demo;
    }

    /** Sends, or says in the log that it could not: never to whom, never what. */
    public void send(Letter letter) {
        if (host.isEmpty() || from.isEmpty()) {
            if (demo) keep(letter);
            return;
        }
        var message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(letter.to());
        message.setSubject(letter.subject());
        message.setText(letter.text());
        try {
            sender.send(message);
        } catch (MailException e) {
            LOG.warn("a letter did not leave: {}", e.getClass().getSimpleName());
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
