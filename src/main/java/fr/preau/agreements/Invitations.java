package fr.preau.agreements;

import static fr.preau.web.Wording.t;

import fr.preau.agreements.AgreementFact.AgreementSent;
import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.mail.Mail;
import fr.preau.web.Site;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * A town hall is written to when its convention is sent: not all of its people have entered yet.
 * Once for each convention; without an address or a mail server, the bell alone tells.
 */
@Component
class Invitations {
    private final JdbcClient db;
    private final Walls walls;
    private final Mail mail;
    private final Site site;
    private final Terms terms;

    Invitations(JdbcClient db, Walls walls, Mail mail, Site site, Terms terms) {
        this.db = db;
        this.walls = walls;
        this.mail = mail;
        this.site = site;
        this.terms = terms;
    }

    @ApplicationModuleListener
    void on(AgreementSent sent) {
        if (!mail.open()) return;
        walls.as(Wall.JOB, () -> letter(sent.of()))
                .ifPresent(letter -> walls.afterCommit(() -> mail.send(letter)));
    }

    private record Addressed(String email, String debtor, int year) {}

    private Optional<Mail.Letter> letter(long agreement) {
        return db.sql(
                        """
                        update agreement a set invited = true from debtor d
                         where a.id = :id and d.id = a.debtor_id and d.email <> '' and not a.invited and a.state = 'SENT'
                        returning d.email, a.debtor_name as debtor, a.school_year as year
                        """)
                .param("id", agreement)
                .query(Addressed.class)
                .optional()
                .map(to -> letter(to, agreement));
    }

    private Mail.Letter letter(Addressed to, long agreement) {
        var year = to.year() + "-" + (to.year() + 1);
        return new Mail.Letter(
                to.email(),
                t("agreements.letter.subject", year),
                t(
                        "agreements.letter",
                        to.debtor(),
                        year,
                        site.link("/agreements/" + agreement),
                        terms.today(Term.REGION)));
    }
}
