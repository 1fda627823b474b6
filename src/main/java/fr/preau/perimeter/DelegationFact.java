package fr.preau.perimeter;

import fr.preau.web.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An administration was entrusted to somebody, or taken back before its date. */
sealed interface DelegationFact extends Fact {
    long delegation();

    @Override
    default String identity() {
        return getClass().getSimpleName() + " " + delegation();
    }

    @Override
    default String subject() {
        return "delegation " + delegation();
    }

    /** {@code school} is null for a node of the tree. */
    record DelegationGranted(
            @Nullable Long school, Long account, Long person, long delegation, Instant at)
            implements DelegationFact {}

    /** By nobody when the post beside which it was held has ended. */
    record DelegationRevoked(
            @Nullable Long school,
            @Nullable Long account,
            @Nullable Long person,
            long delegation,
            Instant at)
            implements DelegationFact {}
}
