package fr.preau.proconnect;

import fr.preau.web.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens at the door of town halls, for the journal. */
sealed interface ProConnectFact extends Fact {
    Instant at();

    @Override
    default @Nullable Long school() {
        return null;
    }

    @Override
    default @Nullable Long account() {
        return null;
    }

    @Override
    default String identity() {
        return getClass().getSimpleName() + " " + subject() + " " + at();
    }

    /** Somebody came back from ProConnect and was not let in. */
    record AgentRefused(String reason, Instant at) implements ProConnectFact {
        @Override
        public String subject() {
            return "door " + Admission.PROVIDER + " " + reason;
        }
    }

    record AgentInvited(long invitation, long town, Long account, Long person, Instant at)
            implements ProConnectFact {
        @Override
        public String subject() {
            return "invitation " + invitation + " of town " + town;
        }
    }

    record InvitationWithdrawn(long invitation, long town, Long account, Long person, Instant at)
            implements ProConnectFact {
        @Override
        public String subject() {
            return "invitation " + invitation + " of town " + town;
        }
    }

    record InvitationUsed(long invitation, Long account, Long person, Instant at)
            implements ProConnectFact {
        @Override
        public String subject() {
            return "invitation " + invitation;
        }
    }
}
