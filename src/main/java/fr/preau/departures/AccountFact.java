package fr.preau.departures;

import fr.preau.web.Fact;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens at the end of accounts, for the journal. */
public sealed interface AccountFact extends Fact {
    Instant at();

    @Override
    default String identity() {
        return getClass().getSimpleName() + " " + school() + " " + subject() + " " + at();
    }

    /** {@code leaver}: who is here as before; {@code person}: who said so. */
    record DepartureCancelled(Long school, Long account, Long person, long leaver, Instant at)
            implements AccountFact {
        @Override
        public String subject() {
            return "person " + leaver;
        }
    }

    record PeopleErased(Long school, String rule, String profile, int persons, Instant at)
            implements AccountFact {
        @Override
        public @Nullable Long account() {
            return null;
        }

        @Override
        public String subject() {
            return "erasure " + rule + " " + profile + " " + persons;
        }
    }

    record TemporaryAccountOpened(
            Long school, Long account, Long person, long helper, LocalDate to, Instant at)
            implements AccountFact {
        @Override
        public String subject() {
            return "person " + helper + " " + to;
        }
    }

    record TemporaryAccountEnded(Long school, Long account, Long person, long helper, Instant at)
            implements AccountFact {
        @Override
        public String subject() {
            return "person " + helper;
        }
    }

    record TemporaryAccountProlonged(
            Long school, Long account, Long person, long helper, LocalDate to, Instant at)
            implements AccountFact {
        @Override
        public String subject() {
            return "person " + helper + " " + to;
        }
    }
}
