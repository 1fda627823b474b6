package fr.preau.continuity;

import fr.preau.web.Fact;
import org.jspecify.annotations.Nullable;

/** More time to read, given by the région or taken back; {@code school} is null for all of them. */
public sealed interface GraceFact extends Fact {
    long grace();

    @Override
    default String identity() {
        return getClass().getSimpleName() + " " + grace();
    }

    @Override
    default String subject() {
        return "grace " + grace();
    }

    record GraceGiven(@Nullable Long school, long grace, Long account, Long person)
            implements GraceFact {}

    record GraceTakenBack(@Nullable Long school, long grace, Long account, Long person)
            implements GraceFact {}
}
