package fr.preau.blocking;

import fr.preau.web.Fact;
import java.time.Instant;

/** What a school decided about its door; numbers only. */
public sealed interface BlockingFact extends Fact {
    long block();

    int people();

    Instant at();

    @Override
    default String subject() {
        return "block " + block() + " people " + people();
    }

    @Override
    default String identity() {
        return getClass().getSimpleName() + " " + school() + " " + block();
    }

    record PeopleBlocked(Long school, Long account, Long person, long block, int people, Instant at)
            implements BlockingFact {}

    record BlockLifted(Long school, Long account, Long person, long block, int people, Instant at)
            implements BlockingFact {}
}
