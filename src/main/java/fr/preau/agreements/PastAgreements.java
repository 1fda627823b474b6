package fr.preau.agreements;

import static fr.preau.web.Wording.t;

import fr.preau.web.Actor;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Conventions that were signed before anybody signed here: written with the days that they bear. In
 * the transaction of the caller, within the reach of the région.
 */
@Component
public class PastAgreements {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Duration PREPARED_BEFORE = Duration.ofDays(30);

    private final JdbcClient db;
    private final Debtors debtors;
    private final Drafts drafts;
    private final Agreements agreements;
    private final Templates templates;
    private final Signing signing;
    private final Signatories signatories;

    PastAgreements(
            JdbcClient db,
            Debtors debtors,
            Drafts drafts,
            Agreements agreements,
            Templates templates,
            Signing signing,
            Signatories signatories) {
        this.db = db;
        this.debtors = debtors;
        this.drafts = drafts;
        this.agreements = agreements;
        this.templates = templates;
        this.signing = signing;
        this.signatories = signatories;
    }

    /** The commune as one that pays; the one that is there when it is. */
    public Debtor commune(long town, String siret, String street, String postalCode, String mayor) {
        var known = debtors.bySiret(siret);
        if (known.isPresent()) return known.get();
        var name = debtors.town(town).orElseThrow().name();
        var form =
                new DebtorForm(
                        DebtorKind.TOWN.name(),
                        t("agreements.town.name", name),
                        siret,
                        street,
                        postalCode,
                        name,
                        mayor,
                        t("agreements.town.title"),
                        "",
                        "",
                        true);
        return debtors.find(debtors.register(town, form).orElseThrow()).orElseThrow();
    }

    /** Signed by both on this day; nothing when there is one for this year already. */
    public void signed(Debtor debtor, int year, LocalDate on, Actor town, Actor region) {
        drafts.begin(debtor, year).ifPresent(id -> sign(id, on, town, region));
    }

    private void sign(long id, LocalDate on, Actor town, Actor region) {
        var moment = on.atTime(LocalTime.of(10, 0)).atZone(PARIS).toInstant();
        var draft = agreements.find(id).orElseThrow();
        drafts.send(draft, templates.current(draft.year()));
        drafts.check(draft);
        date(id, moment);
        signing.forTown(town, agreements.find(id).orElseThrow(), null, on, moment);
        signing.forRegion(
                region,
                agreements.find(id).orElseThrow(),
                signatories.name(region),
                null,
                on,
                moment.plus(Duration.ofHours(2)));
    }

    private void date(long id, Instant signed) {
        var before = Timestamp.from(signed.minus(PREPARED_BEFORE));
        db.sql(
                        "update agreement set made_at = :then, sent_at = :then, checked_at = :then where id = :id")
                .param("then", before)
                .param("id", id)
                .update();
    }
}
