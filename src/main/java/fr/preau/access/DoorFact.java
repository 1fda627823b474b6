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

    /** {@code device}: as its owner would call it, null when it did not say. */
    record SignedIn(Long account, Long person, String manner, @Nullable String device, Instant at)
            implements DoorFact {}

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

    /** Opened with a code and a new password: the first time, or anew. */
    record AccountOpened(Long account, Instant at) implements DoorFact {}

    /** The holder has chosen another password; every other session has ended. */
    record PasswordChanged(@Nullable Long school, Long account, Long person, Instant at)
            implements DoorFact {}

    /** Somebody unknown says that they have forgotten how to enter. */
    record AccessForgotten(long wish, Instant at) implements DoorFact {
        @Override
        public @Nullable Long account() {
            return null;
        }

        @Override
        public String subject() {
            return "wish " + wish;
        }

        @Override
        public String identity() {
            return "AccessForgotten " + wish;
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

    /** Codes to open accounts were given out: how many, in which form. */
    record CodesMade(Long school, Long account, Long person, int codes, String form, Instant at)
            implements DoorFact {
        @Override
        public String subject() {
            return "codes " + codes + " " + form;
        }
    }

    /** Somebody who has entered elsewhere before has entered in a browser that was unknown. */
    record NewDevice(@Nullable Long school, Long account, Long person, Long device, Instant at)
            implements DoorFact {
        @Override
        public String subject() {
            return "device " + device;
        }
    }

    /** The holder has put a device out: its sessions have ended. */
    record DeviceForgotten(Long account, Long device, Instant at) implements DoorFact {
        @Override
        public String subject() {
            return "device " + device;
        }
    }

    /** A session's cookie came from another program: the session has ended. */
    record SessionStolen(@Nullable Long school, Long account, Long person, Instant at)
            implements DoorFact {}

    /** One guess on each of many accounts; said once for each five minutes. */
    record GuessesEverywhere(@Nullable Long account, Instant at) implements DoorFact {
        static GuessesEverywhere at(Instant moment) {
            var window = DoorPolicy.SPRAY_WINDOW.toSeconds();
            return new GuessesEverywhere(
                    null, Instant.ofEpochSecond(moment.getEpochSecond() / window * window));
        }

        @Override
        public String subject() {
            return "accounts";
        }
    }

    /** Somebody has wished for a second factor, and made it. */
    record SecondFactorMade(Long account, Instant at) implements DoorFact {}

    record SecondFactorRemoved(@Nullable Long school, Long account, Long person, Instant at)
            implements DoorFact {}

    /** The holder wants no code at sign-in on this device, for so many days. */
    record DeviceSpared(Long account, Long device, int days, Instant at) implements DoorFact {
        @Override
        public String subject() {
            return "device " + device + " days " + days;
        }
    }

    /** Another account of the same adult has become this one. */
    record AccountsJoined(@Nullable Long school, Long account, Long person, long other, Instant at)
            implements DoorFact {
        @Override
        public String subject() {
            return "account " + other;
        }
    }

    record RecoveryCodesMade(Long account, int codes, Instant at) implements DoorFact {
        @Override
        public String subject() {
            return "codes " + codes;
        }
    }

    /** A code on paper stood in for the phone; {@code left} of them are left. */
    record RecoveryCodeUsed(Long account, int left, Instant at) implements DoorFact {
        @Override
        public String subject() {
            return "left " + left;
        }
    }

    record PasskeyAdded(Long account, Instant at) implements DoorFact {}

    record PasskeyRemoved(Long account, Instant at) implements DoorFact {}
}
