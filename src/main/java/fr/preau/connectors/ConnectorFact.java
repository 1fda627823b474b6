package fr.preau.connectors;

import fr.preau.web.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to the connectors, for the journal. */
public sealed interface ConnectorFact extends Fact {
    String connector();

    Instant at();

    @Override
    default @Nullable Long school() {
        return null;
    }

    @Override
    default String subject() {
        return "connector " + connector();
    }

    @Override
    default String identity() {
        return getClass().getSimpleName() + " " + subject() + " " + account() + " " + at();
    }

    /** A service was registered, or written anew; {@code attributes} is what it may be told. */
    record ConnectorWritten(
            String connector, String attributes, Long account, Long person, Instant at)
            implements ConnectorFact {
        @Override
        public String subject() {
            return "connector " + connector() + " " + attributes();
        }
    }

    record ConnectorOpened(String connector, Long account, Long person, Instant at)
            implements ConnectorFact {}

    record ConnectorClosed(String connector, Long account, Long person, Instant at)
            implements ConnectorFact {}

    /** Somebody was led to a service, which may be told who they are. */
    record Led(String connector, Long account, Long person, Instant at) implements ConnectorFact {}
}
