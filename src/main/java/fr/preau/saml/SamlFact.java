package fr.preau.saml;

import fr.preau.web.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens at the doors that others keep, for the journal. */
sealed interface SamlFact extends Fact {
    String provider();

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
    default String subject() {
        return "door " + provider();
    }

    @Override
    default String identity() {
        return getClass().getSimpleName() + " " + subject() + " " + at();
    }

    /** What the provider is has been written, or written anew. */
    record DoorRegistered(String provider, Long account, Long person, Instant at)
            implements SamlFact {}

    record DoorOpened(String provider, Long account, Long person, Instant at) implements SamlFact {}

    record DoorClosed(String provider, Long account, Long person, Instant at) implements SamlFact {}

    /** An answer to one of our requests was not believed. */
    record AnswerRefused(String provider, String reason, Instant at) implements SamlFact {
        @Override
        public String subject() {
            return "door " + provider() + " " + reason();
        }
    }

    /**
     * Somebody was proved whom the directory does not know, or knows twice; {@code function} is
     * what the desk said of an agent, e.g. {@code IEN1D}, or a dash.
     */
    record StrangerArrived(String provider, String function, boolean twice, Instant at)
            implements SamlFact {
        @Override
        public String subject() {
            return "door " + provider() + " " + function() + (twice() ? " twice" : "");
        }
    }
}
