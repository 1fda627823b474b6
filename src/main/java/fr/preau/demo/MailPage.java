package fr.preau.demo;

import static fr.preau.web.Wording.t;

import fr.preau.mail.Mail;
import fr.preau.web.Page;
import java.util.List;

/** The letters that the demo has sent, instead of their readers' mailboxes. */
public record MailPage(List<Mail.Letter> letters) implements Page {
    @Override
    public String title() {
        return t("demo.mail.title");
    }

    @Override
    public boolean bare() {
        return true;
    }

    @Override
    public String width() {
        return "narrow";
    }
}
