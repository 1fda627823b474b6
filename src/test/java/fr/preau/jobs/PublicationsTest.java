package fr.preau.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import fr.preau.School;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.modulith.events.core.TargetEventPublication;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@School
class PublicationsTest {
    @Autowired JdbcClient db;
    @Autowired EventSerializer words;
    @Autowired TransactionTemplate transaction;

    private final EventPublicationRepository rows = mock(EventPublicationRepository.class);

    private UUID written() {
        var id = UUID.randomUUID();
        db.sql(
                        "insert into event_publication (id, listener_id, event_type, serialized_event, publication_date, status) values (:id, 'l', 't', '{}', now(), 'PUBLISHED')")
                .param("id", id)
                .update();
        return id;
    }

    private boolean exists(UUID id) {
        return db.sql("select exists (select 1 from event_publication where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    @Test
    void those_who_have_listened_go_away_together_a_moment_later() {
        var first = written();
        var second = written();
        var other = written();
        try (var publications = new Publications(rows, words, db, 1)) {
            publications.markProcessing(first);
            publications.markCompleted(first, Instant.now());
            publications.markCompleted(second, Instant.now());
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> {
                        while (exists(first) || exists(second)) Thread.onSpinWait();
                    });
        }
        assertThat(exists(other)).isTrue();
        verifyNoInteractions(rows);
    }

    @Test
    void whoever_asks_what_is_left_and_whoever_stops_finds_none_that_has_ended() {
        var ended = written();
        try (var publications = new Publications(rows, words, db, 86_400_000)) {
            publications.markCompleted(ended, Instant.now());
            publications.findIncompletePublications();
            assertThat(exists(ended)).isFalse();
            ended = written();
            publications.markCompleted(ended, Instant.now());
            assertThat(exists(ended)).isTrue();
        }
        assertThat(exists(ended)).isFalse();
    }

    private static TargetEventPublication of(Object fact, String listener) {
        return TargetEventPublication.of(
                fact, PublicationTargetIdentifier.of(listener), Instant.now());
    }

    private record Rang(String where) {}

    private long rowsOf(String listener) {
        return db.sql(
                        "select count(*) from event_publication where listener_id = :listener and serialized_event like '%préau%' and status = 'PUBLISHED'")
                .param("listener", listener)
                .query(Long.class)
                .single();
    }

    @Test
    void those_of_a_transaction_are_written_with_it_or_not_at_all() {
        var rang = new Rang("préau");
        try (var publications = new Publications(rows, words, db, 86_400_000)) {
            transaction.executeWithoutResult(status -> {
                publications.create(of(rang, "kept"));
                publications.create(of(rang, "kept"));
            });
            assertThat(rowsOf("kept")).isEqualTo(2);

            transaction.executeWithoutResult(status -> {
                publications.create(of(rang, "dropped"));
                status.setRollbackOnly();
            });
            assertThat(rowsOf("dropped")).isZero();
        }
        verifyNoInteractions(rows);
    }

    @Test
    void a_transaction_within_another_keeps_its_own() {
        var inner = new TransactionTemplate(transaction.getTransactionManager());
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var rang = new Rang("préau");
        try (var publications = new Publications(rows, words, db, 86_400_000)) {
            transaction.executeWithoutResult(status -> {
                publications.create(of(rang, "outer"));
                inner.executeWithoutResult(within -> publications.create(of(rang, "inner")));
                publications.create(of(rang, "outer"));
                assertThat(rowsOf("inner")).isOne();
                assertThat(rowsOf("outer")).isZero();
                status.setRollbackOnly();
            });
            assertThat(rowsOf("outer")).isZero();
            assertThat(rowsOf("inner")).isOne();
        }
    }
}
