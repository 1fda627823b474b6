package fr.preau.agreements;

import fr.preau.web.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a convention, of a debtor, of what the région decides; of no single school. */
public sealed interface AgreementFact extends Fact {
    @Override
    default @Nullable Long school() {
        return null;
    }

    /** When it happened: what is done twice is two facts. */
    Instant at();

    /** The number of the convention, of the debtor or of the year. */
    long of();

    @Override
    default String identity() {
        return getClass().getSimpleName() + " " + of() + " " + at();
    }

    @Override
    default String subject() {
        return "agreement " + of();
    }

    record AgreementDrafted(long of, Long account, Long person, Instant at)
            implements AgreementFact {}

    /** {@code account} and {@code person} are null when a campaign sends. */
    record AgreementSent(long of, @Nullable Long account, @Nullable Long person, Instant at)
            implements AgreementFact {}

    record AgreementChecked(long of, Long account, Long person, Instant at)
            implements AgreementFact {}

    record AgreementDetailsChanged(long of, Long account, Long person, Instant at)
            implements AgreementFact {}

    record AgreementSchoolAdded(long of, String uai, Long account, Long person, Instant at)
            implements AgreementFact {
        @Override
        public String subject() {
            return "agreement " + of + " " + uai;
        }
    }

    record AgreementSchoolRemoved(long of, String uai, Long account, Long person, Instant at)
            implements AgreementFact {
        @Override
        public String subject() {
            return "agreement " + of + " " + uai;
        }
    }

    record AgreementSignedByTown(long of, Long account, Long person, Instant at)
            implements AgreementFact {}

    /** Both have signed: it is in force. */
    record AgreementSigned(long of, Long account, Long person, Instant at)
            implements AgreementFact {}

    record AgreementAbandoned(long of, Long account, Long person, Instant at)
            implements AgreementFact {}

    /** By somebody, or by nobody when a day has come (article 11). */
    record AgreementTerminated(long of, @Nullable Long account, @Nullable Long person, Instant at)
            implements AgreementFact {}

    record DebtorRegistered(long of, Long account, Long person, Instant at)
            implements AgreementFact {
        @Override
        public String subject() {
            return "debtor " + of;
        }
    }

    record DebtorChanged(long of, Long account, Long person, Instant at) implements AgreementFact {
        @Override
        public String subject() {
            return "debtor " + of;
        }
    }

    /** {@code of} is the school year. */
    record CampaignOpened(long of, Long account, Long person, Instant at) implements AgreementFact {
        @Override
        public String subject() {
            return "campaign " + of;
        }
    }

    record TermChanged(long of, Term term, Long account, Long person, Instant at)
            implements AgreementFact {
        @Override
        public String identity() {
            return "TermChanged " + term + " " + at;
        }

        @Override
        public String subject() {
            return "term " + term;
        }
    }

    record TemplateChanged(long of, Long account, Long person, Instant at)
            implements AgreementFact {
        @Override
        public String subject() {
            return "template " + of;
        }
    }
}
