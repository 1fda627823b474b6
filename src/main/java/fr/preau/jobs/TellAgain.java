package fr.preau.jobs;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.stereotype.Component;

/**
 * Tells a fact again whose listener has not ended: the node that was telling it may be dead, and
 * nobody may ever restart it. After a day it is a fault, which stays in the table to be looked at.
 */
@Component
class TellAgain implements RecurringWork {
    private static final Duration AT_MOST = Duration.ofDays(1);

    private final IncompleteEventPublications publications;
    private final Clock clock;
    private final Duration patience;

    /**
     * @param patience how long a listener may take before its node is thought dead
     */
    TellAgain(
            IncompleteEventPublications publications,
            Clock clock,
            @Value("${preau.publications.again}") Duration patience) {
        this.publications = publications;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public String name() {
        return "publications-again";
    }

    @Override
    public Duration every() {
        return patience;
    }

    @Override
    public void run() {
        var now = clock.instant();
        publications.resubmitIncompletePublications(publication ->
                publication.getPublicationDate().isBefore(now.minus(patience))
                        && publication.getPublicationDate().isAfter(now.minus(AT_MOST)));
    }
}
