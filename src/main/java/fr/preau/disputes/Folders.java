package fr.preau.disputes;

import fr.preau.agreements.Agreement;
import fr.preau.agreements.Agreements;
import fr.preau.web.Actor;
import fr.preau.web.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Procedures opened by whoever may read the convention; for the others they do not exist. */
@Component
class Folders {
    private final Disputes disputes;
    private final Agreements agreements;
    private final Clock clock;

    Folders(Disputes disputes, Agreements agreements, Clock clock) {
        this.disputes = disputes;
        this.agreements = agreements;
        this.clock = clock;
    }

    /**
     * @throws NotFound absent, or another commune's
     */
    Folder read(Actor actor, long id) {
        var dispute = disputes.find(id).orElseThrow(NotFound::new);
        var agreement = agreements.find(actor, dispute.agreementId()).orElseThrow(NotFound::new);
        return folder(actor, dispute, agreement);
    }

    /**
     * The same, for one of the two parties who adds something: nobody else does until this
     * transaction ends.
     *
     * @throws NotFound also for those who only look
     */
    Folder change(Actor actor, long id) {
        var dispute = disputes.find(id).orElseThrow(NotFound::new);
        var agreement = agreements.find(actor, dispute.agreementId()).orElseThrow(NotFound::new);
        if (Party.of(actor, agreement).isEmpty()) throw new NotFound();
        disputes.lock(dispute);
        return folder(actor, dispute, agreement);
    }

    private Folder folder(Actor actor, Dispute dispute, Agreement agreement) {
        var today = LocalDate.now(clock);
        return new Folder(
                dispute,
                agreement,
                new Course(
                        dispute,
                        disputes.steps(dispute.id()),
                        Course.Convention.of(agreement, today)),
                Party.of(actor, agreement).orElse(null),
                today);
    }
}
