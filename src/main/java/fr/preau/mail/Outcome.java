package fr.preau.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.Locale;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * What became of a letter: it left, it may leave later, or it will never ({@code REFUSED}: nobody
 * is at this address; {@code UNWANTED}: the server does not take this letter). With the server's
 * code when it gave one.
 */
public record Outcome(Kind kind, int code) {
    public enum Kind {
        SENT,
        LATER,
        REFUSED,
        UNWANTED
    }

    static final Outcome SENT = new Outcome(Kind.SENT, 250);
    static final Outcome LATER = new Outcome(Kind.LATER, 0);

    public boolean sent() {
        return kind == Kind.SENT;
    }

    /** An address is given up only on the server's word about this very address. */
    static Outcome of(MessagingException failure) {
        for (Exception next = failure;
                next instanceof MessagingException e;
                next = e.getNextException()) {
            if (e instanceof AddressException) return new Outcome(Kind.REFUSED, 0);
            if (e instanceof SMTPAddressFailedException address)
                return new Outcome(
                        isFinal(address.getReturnCode()) && !isAboutUs(address.getMessage())
                                ? Kind.REFUSED
                                : Kind.LATER,
                        address.getReturnCode());
        }
        if (failure instanceof SMTPSendFailedException send)
            return new Outcome(
                    isFinal(send.getReturnCode()) && isAboutTheText(send)
                            ? Kind.UNWANTED
                            : Kind.LATER,
                    send.getReturnCode());
        return LATER;
    }

    private static boolean isFinal(int code) {
        return code >= 500 && code < 600;
    }

    /** « Relaying denied », or a policy: the server does not want us, whoever reads there. */
    private static boolean isAboutUs(String said) {
        return said != null
                && (said.matches("(?s)5\\d\\d[ -]5\\.7\\..*")
                        || said.toLowerCase(Locale.ROOT).contains("relay"));
    }

    private static boolean isAboutTheText(SMTPSendFailedException failure) {
        var command = failure.getCommand();
        return command != null && (command.equals(".") || command.startsWith("DATA"));
    }
}
