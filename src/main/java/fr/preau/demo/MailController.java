package fr.preau.demo;

import fr.preau.mail.Mail;
import fr.preau.web.Mode;
import fr.preau.web.NotFound;
import fr.preau.web.Public;
import fr.preau.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The mailboxes of the demo's people, all together. */
@Controller
class MailController {
    private final Mail mail;
    private final Mode mode;

    MailController(Mail mail, Mode mode) {
        this.mail = mail;
        this.mode = mode;
    }

    @Public
    @GetMapping("/demo/mail")
    View read() {
        if (!mode.isDemo()) throw new NotFound();
        return new MailPage(mail.kept());
    }
}
