package fr.preau.townstaff;

import fr.preau.web.Fact;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What became of an agent of a town hall; of no single school. */
public sealed interface StaffFact extends Fact {
    @Override
    default @Nullable Long school() {
        return null;
    }

    record StaffAsked(long colleague, Long account, Long person, Instant at) implements StaffFact {
        @Override
        public String identity() {
            return "staff-asked " + colleague;
        }

        @Override
        public String subject() {
            return "colleague " + colleague;
        }
    }

    record StaffDecided(long colleague, boolean accepted, Long account, Long person, Instant at)
            implements StaffFact {
        @Override
        public String identity() {
            return "staff-decided " + colleague;
        }

        @Override
        public String subject() {
            return "colleague " + colleague + (accepted ? " accepted" : " refused");
        }
    }

    record StaffConfirmed(long colleague, LocalDate on, Long account, Long person)
            implements StaffFact {
        @Override
        public String identity() {
            return "staff-confirmed " + colleague + " " + on;
        }

        @Override
        public String subject() {
            return "colleague " + colleague;
        }
    }

    /** Withdrawn, ended by somebody, or by its time; {@code account} is null when nobody did it. */
    record StaffEnded(long colleague, String cause, @Nullable Long account, @Nullable Long person)
            implements StaffFact {
        @Override
        public String identity() {
            return "staff-ended " + colleague;
        }

        @Override
        public String subject() {
            return "colleague " + colleague + " " + cause;
        }
    }

    /** A town is asked to confirm its colleagues; {@code again}: the end is near. */
    record StaffToConfirm(long town, LocalDate to, boolean again) implements StaffFact {
        @Override
        public @Nullable Long account() {
            return null;
        }

        @Override
        public String identity() {
            return "staff-to-confirm " + town + " " + to + (again ? " again" : "");
        }

        @Override
        public String subject() {
            return "town " + town + " " + to;
        }
    }
}
