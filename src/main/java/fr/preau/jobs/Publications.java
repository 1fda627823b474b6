package fr.preau.jobs;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.modulith.events.core.TargetEventPublication;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Facts on their way to those who listen. A row for each listener is written with the fact; once it
 * has listened, the row goes away together with those of the same moment, by its number. Spring
 * Modulith's own repository takes one transaction to mark that a listener begins, and one that
 * reads the whole table to say that it has ended: on a Monday morning that is most of what a
 * sign-in costs. A crash between the two tells some facts again, as it always may: listeners make
 * one effect of a fact. The rows of a transaction are written together as it ends.
 */
class Publications implements EventPublicationRepository, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Publications.class);
    private final EventPublicationRepository rows;
    private final EventSerializer words;
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
    Publications(
            EventPublicationRepository rows, EventSerializer words, JdbcClient db, long millis) {
        this.rows = rows;
        this.words = words;
        this.db = db;
        this.millis = millis;
    }

    /** Those of one transaction, until it commits. */
    private final class Together implements TransactionSynchronization {
        private final List<TargetEventPublication> all = new ArrayList<>();
        private boolean written;

        @Override
        public void beforeCommit(boolean readOnly) {
            write(all);
            written = true;
        }

        private boolean isOf(Publications those) {
            return Publications.this == those;
        }
    }

    @Override
    public TargetEventPublication create(TargetEventPublication publication) {
        if (!TransactionSynchronizationManager.isActualTransactionActive())
            return rows.create(publication);
        var together = together();
        // Told by whoever listens to the commit itself.
        if (together.written) return rows.create(publication);
        together.all.add(publication);
        return publication;
    }

    private Together together() {
        for (var one : TransactionSynchronizationManager.getSynchronizations())
            if (one instanceof Together already && already.isOf(this)) return already;
        var fresh = new Together();
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }

    private void write(List<TargetEventPublication> all) {
        if (all.isEmpty()) return;
        var facts = new IdentityHashMap<Object, String>();
        for (var one : all)
            facts.computeIfAbsent(one.getEvent(), event -> words.serialize(event).toString());
        db.sql(
                        """
                        insert into event_publication (id, event_type, listener_id, publication_date, serialized_event, status, completion_attempts, last_resubmission_date)
                        select p.id, p.type, p.listener, :at, p.fact, :status, 1, :at
                          from unnest(:ids::uuid[], :types::text[], :listeners::text[], :facts::text[]) p (id, type, listener, fact)
                        """)
                .param(
                        "ids",
                        all.stream().map(EventPublication::getIdentifier).toArray(UUID[]::new))
                .param("types", each(all, one -> one.getEvent().getClass().getName()))
                .param("listeners", each(all, one -> one.getTargetIdentifier().getValue()))
                .param("facts", each(all, one -> facts.get(one.getEvent())))
                .param("status", EventPublication.Status.PUBLISHED.name())
                .param("at", Timestamp.from(all.getFirst().getPublicationDate()))
                .update();
    }

    private static String[] each(
            List<TargetEventPublication> all, Function<TargetEventPublication, String> one) {
        return all.stream().map(one).toArray(String[]::new);
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
