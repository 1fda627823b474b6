package fr.preau.database;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second wall: every piece of work runs in one transaction that first says who acts and how far
 * they reach. Outside of it, the database shows no rows.
 */
@Component
public final class Walls {
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final DataSource pool;
    private final ThreadLocal<Held> held = new ThreadLocal<>();
    private volatile @Nullable String application;

    Walls(JdbcClient db, PlatformTransactionManager transactions, DataSource pool) {
        this.db = db;
        this.pool = pool;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Runs the work as the application, within this reach. Fails when a transaction is already
     * under way: reaches do not nest. What is asked for within a reach is looked up by an index,
     * however small a table is today: PostgreSQL keeps its plans, and one that reads a small table
     * whole still does so while a first delivery makes it a thousand times larger.
     */
    public <T> T within(Reach reach, Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive())
            throw new IllegalStateException("a reach is already set");
        return transaction.execute(status -> {
            set(reach);
            hold(application());
            try {
                return work.get();
            } finally {
                held.remove();
            }
        });
    }

    /** The role of whoever has a connection of the pool and has not changed it. */
    private String application() {
        var known = application;
        if (known == null)
            application = known = db.sql("select session_user").query(String.class).single();
        return known;
    }

    /**
     * From here on, the transaction under way acts within this reach: for who listens to a fact and
     * goes on with what somebody has begun.
     *
     * @throws IllegalStateException when somebody acts in it already: reaches do not change hands
     */
    public void assume(Reach reach) {
        var acting =
                db.sql("select coalesce(current_setting('preau.account', true), '')")
                        .query(String.class)
                        .single();
        if (!acting.isEmpty()) throw new IllegalStateException("a reach is already set");
        set(reach);
    }

    private void set(Reach reach) {
        db.sql(
                        """
                        select set_config('preau.account', :account, true), set_config('preau.persons', :persons, true),
                               set_config('preau.reach', :nodes, true), set_config('preau.towns', :towns, true),
                               set_config('enable_seqscan', 'off', true)
                        """)
                .param("account", Long.toString(reach.account()))
                .param("persons", Reach.array(reach.persons()))
                .param("nodes", Reach.array(reach.nodes()))
                .param("towns", Reach.array(reach.towns()))
                .query((row, n) -> n)
                .single();
    }

    /**
     * Runs the work under a named role: in the transaction under way (and back to the role before
     * at its end), or in one of its own. Used by the door, the directory and the jobs only.
     */
    public <T> T as(Wall wall, Supplier<T> work) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return transaction.execute(status -> {
                db.sql(
                                "select set_config('role', :role, true), set_config('enable_seqscan', :whole, true)")
                        .param("role", wall.role)
                        .param("whole", wall == Wall.DOOR ? "off" : "on")
                        .query((row, n) -> n)
                        .single();
                hold(wall.role);
                try {
                    return work.get();
                } finally {
                    held.remove();
                }
            });
        }
        var before = role();
        if (before.equals(wall.role)) return work.get();
        step(wall.role);
        try {
            var done = work.get();
            step(before);
            return done;
        } catch (RuntimeException | Error e) {
            stepBack(before, e);
            throw e;
        }
    }

    /** Whoever catches the failure goes on in this transaction, under their own role. */
    private void stepBack(String role, Throwable failure) {
        try {
            step(role);
        } catch (DataAccessException aborted) {
            // The database itself has failed: nothing runs in this transaction any more.
            failure.addSuppressed(aborted);
        }
    }

    /** A role, and the transaction's connection that has it: another transaction has its own. */
    private record Held(Object connection, String role) {}

    private void hold(String role) {
        held.set(new Held(TransactionSynchronizationManager.getResource(pool), role));
    }

    /** The role of this moment, asked for only when it was not set here. */
    private String role() {
        var last = held.get();
        var connection = TransactionSynchronizationManager.getResource(pool);
        if (last != null && connection != null && last.connection() == connection)
            return last.role();
        return db.sql("select current_user").query(String.class).single();
    }

    private void step(String role) {
        db.sql("set local role " + role).update();
        hold(role);
    }

    /** The same, for work without a result. */
    public void as(Wall wall, Runnable work) {
        as(
                wall,
                () -> {
                    work.run();
                    return true;
                });
    }

    /**
     * Runs something once the transaction under way has been committed; at once when there is none.
     */
    public void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        work.run();
                    }
                });
    }
}
