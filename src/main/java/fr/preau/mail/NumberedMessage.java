package fr.preau.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/** A letter as it travels. */
final class NumberedMessage extends MimeMessage {
    private final Mail.Letter letter;
    private final InternetAddress from;

    NumberedMessage(Session session, InternetAddress from, Mail.Letter letter)
            throws MessagingException {
        super(session);
        this.letter = letter;
        this.from = from;
        setFrom(from);
        setRecipient(Message.RecipientType.TO, one(letter.to()));
        setSubject(letter.subject().replaceAll("\\p{Cntrl}+", " "), StandardCharsets.UTF_8.name());
        setText(letter.text(), StandardCharsets.UTF_8.name());
        setSentDate(new Date());
        // Nobody is there to read « I am away until Monday ».
        setHeader("Auto-Submitted", "auto-generated");
        if (letter.choices() != null) setHeader("List-Unsubscribe", "<" + letter.choices() + ">");
    }

    /** An address, and not a list of them. */
    private static InternetAddress one(String typed) throws AddressException {
        return new InternetAddress(typed, true);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        if (letter.number() == null) super.updateMessageID();
        else
            setHeader(
                    "Message-ID",
                    "<"
                            + letter.number()
                            + from.getAddress().substring(from.getAddress().lastIndexOf('@'))
                            + ">");
    }
}
