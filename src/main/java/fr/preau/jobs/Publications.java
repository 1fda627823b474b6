package fr.preau.jobs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.modulith.events.core.TargetEventPublication;

/**
 * Facts on their way to those who listen. A row for each listener is written with the fact; once it
 * has listened, the row goes away together with those of the same moment, by its number. Spring
 * Modulith's own repository takes one transaction to mark that a listener begins, and one that
 * reads the whole table to say that it has ended: on a Monday morning that is most of what a
 * sign-in costs. A crash between the two tells some facts again, as it always may: listeners make
 * one effect of a fact.
 */
class Publications implements EventPublicationRepository, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Publications.class);
    private final EventPublicationRepository rows;
    private final JdbcClient db;
    private final long millis;
    private final ConcurrentLinkedQueue<UUID> ended = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService later =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("publications").factory());

    /**
     * @param millis for how long ends are gathered
     */
    Publications(EventPublicationRepository rows, JdbcClient db, long millis) {
        this.rows = rows;
        this.db = db;
        this.millis = millis;
    }

    @Override
    public TargetEventPublication create(TargetEventPublication publication) {
        return rows.create(publication);
    }

    @Override
    public void markCompleted(TargetEventPublication publication, Instant at) {
        publication.markCompleted(at);
        markCompleted(publication.getIdentifier(), at);
    }

    @Override
    public void markCompleted(UUID publication, Instant at) {
        ended.add(publication);
        if (due.compareAndSet(false, true))
            later.schedule(this::clearQuietly, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void markCompleted(Object event, PublicationTargetIdentifier listener, Instant at) {
        rows.markCompleted(event, listener, at);
    }

    @Override
    public void markFailed(UUID publication) {
        rows.markFailed(publication);
    }

    @Override
    public boolean markResubmitted(UUID publication, Instant at) {
        return rows.markResubmitted(publication, at);
    }

    @Override
    public List<TargetEventPublication> findIncompletePublications() {
        clear();
        return rows.findIncompletePublications();
    }

    @Override
    public List<TargetEventPublication> findIncompletePublicationsPublishedBefore(Instant before) {
        clear();
        return rows.findIncompletePublicationsPublishedBefore(before);
    }

    @Override
    public Optional<TargetEventPublication> findIncompletePublicationsByEventAndTargetIdentifier(
            Object event, PublicationTargetIdentifier listener) {
        clear();
        return rows.findIncompletePublicationsByEventAndTargetIdentifier(event, listener);
    }

    @Override
    public List<TargetEventPublication> findFailedPublications(FailedCriteria criteria) {
        clear();
        return rows.findFailedPublications(criteria);
    }

    @Override
    public void deletePublications(List<UUID> publications) {
        rows.deletePublications(publications);
    }

    @Override
    public void deleteCompletedPublications() {
        rows.deleteCompletedPublications();
    }

    @Override
    public void deleteCompletedPublicationsBefore(Instant before) {
        rows.deleteCompletedPublicationsBefore(before);
    }

    private void clearQuietly() {
        due.set(false);
        try {
            clear();
        } catch (RuntimeException e) {
            // Kept for the next time; told again after a restart at worst.
            log.warn("ends of publications not written: {}", e.getClass().getSimpleName());
        }
    }

    /** Nobody waits for the disk: what a crash brings back is told again. */
    private void clear() {
        var gathered = new ArrayList<UUID>();
        for (UUID one; (one = ended.poll()) != null; ) gathered.add(one);
        if (gathered.isEmpty()) return;
        try {
            db.sql(
                            """
                            with unhurried as materialized (select set_config('synchronous_commit', 'off', true))
                            delete from event_publication p using unhurried where p.id = any (:ended)
                            """)
                    .param("ended", gathered.toArray(UUID[]::new))
                    .update();
        } catch (RuntimeException e) {
            ended.addAll(gathered);
            throw e;
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
        clearQuietly();
    }
}
