package fr.preau.access;

import fr.preau.web.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens at the doors, for the journal. */
public sealed interface DoorFact extends Fact {
    Instant at();

    @Override
    default @Nullable Long school() {
        return null;
    }

    @Override
    default String subject() {
        return "account " + account();
    }

    @Override
    default String identity() {
        return getClass().getSimpleName() + " " + account() + " " + at();
    }

    record SignedIn(Long account, Long person, String manner, Instant at) implements DoorFact {}

    record SignedOut(Long account, boolean everywhere, Instant at) implements DoorFact {}

    /**
     * {@code account} is null when nobody has this login: the attempt is written down all the same.
     */
    record SignInRefused(@Nullable Long account, Instant at) implements DoorFact {
        @Override
        public String subject() {
            return account == null ? "account -" : "account " + account;
        }
    }

    record SecondFactorProved(Long account, Instant at) implements DoorFact {}

    record CharterAccepted(Long account, String audience, int version, Instant at)
            implements DoorFact {
        @Override
        public String subject() {
            return "charter " + audience + " " + version;
        }
    }

    /** Somebody has taken their own data away. */
    record DataTaken(Long account, Instant at) implements DoorFact {}

    record HatChanged(Long account, Long person, Instant at) implements DoorFact {}

    record PictureCodeBlocked(Long account, Instant at) implements DoorFact {}

    record PictureCodeUnblocked(Long school, Long account, Long person, Instant at)
            implements DoorFact {
        @Override
        public String subject() {
            return "person " + person;
        }
    }

    record PassphraseGiven(Long school, Long account, Long person, Instant at) implements DoorFact {
        @Override
        public String subject() {
            return "person " + person;
        }
    }

    /** The QR of « la classe arrive » was shown; {@code schoolClass} is the class's number. */
    record ArrivalOpened(Long school, Long account, long schoolClass, Instant at)
            implements DoorFact {
        @Override
        public String subject() {
            return "class " + schoolClass;
        }
    }

    /** A browser has become a tablet of the class; nobody has said who holds it. */
    record TabletPaired(Long school, long schoolClass, long tablet, Instant at)
            implements DoorFact {
        @Override
        public @Nullable Long account() {
            return null;
        }

        @Override
        public String subject() {
            return "class " + schoolClass + " tablet " + tablet;
        }

        @Override
        public String identity() {
            return "TabletPaired " + tablet;
        }
    }

    record TabletsRevoked(Long school, Long account, long schoolClass, int tablets, Instant at)
            implements DoorFact {
        @Override
        public String subject() {
            return "class " + schoolClass + " tablets " + tablets;
        }
    }

    record CardsRevoked(Long school, Long account, int cards, Instant at) implements DoorFact {
        @Override
        public String subject() {
            return "cards " + cards;
        }
    }

    record CardsMade(Long school, Long account, Long person, int cards, Instant at)
            implements DoorFact {
        @Override
        public String subject() {
            return "cards " + cards;
        }
    }
}
