package fr.preau.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns();
    private final ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();

    @Test
    void who_came_first_goes_first_whenever_they_began_to_wait() throws Exception {
        turns.take(1);
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : List.of(3L, 1L, 2L)) {
                var before = turns.waiting();
                crowd.submit(() -> {
                    try (var since = Turns.since(Long.MAX_VALUE - 1 + one)) {
                        turns.take(60_000);
                        order.add("come " + one);
                        turns.next();
                    }
                    return null;
                });
                while (turns.waiting() == before) Thread.onSpinWait();
            }
            turns.next();
        }
        // The clock of a machine may run over between two of them.
        assertThat(order).containsExactly("come 1", "come 2", "come 3");
        assertThat(turns.waiting()).isZero();
    }

    @Test
    void who_has_waited_for_too_long_leaves_the_queue_and_holds_up_nobody() throws Exception {
        turns.take(1);
        assertThatThrownBy(() -> turns.take(5)).isInstanceOf(SQLTransientConnectionException.class);
        assertThat(turns.waiting()).isZero();
        turns.next();
        turns.take(1);
        turns.next();
    }
}
