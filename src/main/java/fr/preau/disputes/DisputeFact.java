package fr.preau.disputes;

import fr.preau.web.Fact;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happened in a procedure; of no single school. */
public sealed interface DisputeFact extends Fact {
    /** The number of the procedure. */
    long dispute();

    @Override
    default @Nullable Long school() {
        return null;
    }

    @Override
    default String subject() {
        return "dispute " + dispute();
    }

    record DisputeOpened(long dispute, Long account, Long person) implements DisputeFact {
        @Override
        public String identity() {
            return "dispute-opened " + dispute;
        }
    }

    /** A step, by a party; {@code account} is null when time made it. */
    record DisputeStepEntered(
            long dispute, long step, StepKind kind, @Nullable Long account, @Nullable Long person)
            implements DisputeFact {
        @Override
        public String identity() {
            return "dispute-step " + step;
        }

        @Override
        public String subject() {
            return "dispute " + dispute + " " + kind;
        }
    }

    /** It was a mistake; it stays to be read. */
    record DisputeStepTakenBack(long dispute, long step, StepKind kind, Long account, Long person)
            implements DisputeFact {
        @Override
        public String identity() {
            return "dispute-step-back " + step;
        }

        @Override
        public String subject() {
            return "dispute " + dispute + " " + kind;
        }
    }

    record DisputePieceFiled(long dispute, long piece, Long account, Long person)
            implements DisputeFact {
        @Override
        public String identity() {
            return "dispute-piece " + piece;
        }

        @Override
        public String subject() {
            return "dispute " + dispute + " piece " + piece;
        }
    }

    /** It should not have been filed; it stays, and says so. */
    record DisputePieceDisowned(long dispute, long piece, Long account, Long person)
            implements DisputeFact {
        @Override
        public String identity() {
            return "dispute-piece-error " + piece;
        }

        @Override
        public String subject() {
            return "dispute " + dispute + " piece " + piece;
        }
    }

    /** A day that somebody waits for is near: for whoever tells both parties. */
    record DisputeDeadlineNear(long dispute, Deadline.Kind deadline, LocalDate day)
            implements DisputeFact {
        @Override
        public String identity() {
            return "dispute-deadline " + dispute + " " + deadline + " " + day;
        }

        @Override
        public @Nullable Long account() {
            return null;
        }

        @Override
        public String subject() {
            return "dispute " + dispute + " " + deadline + " " + day;
        }
    }
}
