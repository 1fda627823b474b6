package fr.preau.revenue;

import fr.preau.web.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of titres de perception; of no single school. */
public sealed interface RevenueFact extends Fact {
    @Override
    default @Nullable Long school() {
        return null;
    }

    /** The number of the titre, of the file, or the school year. */
    long of();

    Instant at();

    @Override
    default String subject() {
        return "revenue-order " + of();
    }

    @Override
    default String identity() {
        return getClass().getSimpleName() + " " + of() + " " + at();
    }

    /** {@code of} is the school year. */
    record RevenueOrdersPrepared(long of, int orders, Long account, Long person, Instant at)
            implements RevenueFact {
        @Override
        public String subject() {
            return "revenue-orders " + of + " " + orders;
        }
    }

    /** {@code of} is the school year; those that lacked something did not leave. */
    record RevenueOrdersSent(long of, int orders, Long account, Long person, Instant at)
            implements RevenueFact {
        @Override
        public String subject() {
            return "revenue-orders " + of + " " + orders;
        }
    }

    /** The table for accounting was downloaded. */
    record RevenueOrdersTaken(long of, int orders, Long account, Long person, Instant at)
            implements RevenueFact {
        @Override
        public String subject() {
            return "revenue-orders " + of + " " + orders;
        }
    }

    record RevenueDetailsChanged(long of, Long account, Long person, Instant at)
            implements RevenueFact {}

    /** A corrected request follows a cancelled one. */
    record RevenueCorrected(long of, long cancelled, Long account, Long person, Instant at)
            implements RevenueFact {
        @Override
        public String subject() {
            return "revenue-order " + of + " after " + cancelled;
        }
    }

    /** Something was written in the history of a titre by somebody. */
    record RevenueMovementWritten(
            long of,
            Movement.Kind kind,
            long cents,
            long movement,
            Long account,
            Long person,
            Instant at)
            implements RevenueFact {
        @Override
        public String subject() {
            return "revenue-order " + of + " " + kind + " " + cents;
        }

        @Override
        public String identity() {
            return "revenue-movement " + movement;
        }
    }

    /** {@code of} is the number of the file. */
    record RevenueAnswersRead(long of, int lines, Long account, Long person, Instant at)
            implements RevenueFact {
        @Override
        public String subject() {
            return "revenue-import " + of + " " + lines;
        }
    }

    /** {@code of} is the number of the file; {@code taken}: its lines that did something. */
    record RevenueAnswersConfirmed(long of, int taken, Long account, Long person, Instant at)
            implements RevenueFact {
        @Override
        public String subject() {
            return "revenue-import " + of + " " + taken;
        }
    }

    record RevenueAnswersLeft(long of, Long account, Long person, Instant at)
            implements RevenueFact {
        @Override
        public String subject() {
            return "revenue-import " + of;
        }
    }

    record RevenueTermChanged(long of, RevenueTerm term, Long account, Long person, Instant at)
            implements RevenueFact {
        @Override
        public String subject() {
            return "revenue-term " + term;
        }

        @Override
        public String identity() {
            return "RevenueTermChanged " + term + " " + at;
        }
    }

    /**
     * The daily round found a titre past its due date.
     *
     * @param town the commune that it concerns
     * @param level 0: the due date has just passed; 1 and 2: the first and the second reminder
     */
    record PaymentOverdue(long of, long town, long remainingCents, int level, Instant at)
            implements RevenueFact {
        @Override
        public @Nullable Long account() {
            return null;
        }

        @Override
        public String subject() {
            return "revenue-order " + of + " reminder " + level;
        }

        /** Once for each level, whatever the day. */
        @Override
        public String identity() {
            return "PaymentOverdue " + of + " " + level;
        }
    }
}
