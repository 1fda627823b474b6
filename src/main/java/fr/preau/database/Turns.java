package fr.preau.database;

import java.sql.SQLTransientConnectionException;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * In front of a crowded door, who came first goes first. A page takes several transactions, and a
 * sign-in several pages: were each of them to queue anew behind all who arrived since, everybody
 * would be half inside and nobody in. Work says since when it waits; what says nothing has just
 * come.
 */
public final class Turns {
    private static final ThreadLocal<Long> SINCE = new ThreadLocal<>();

    private final ReentrantLock door = new ReentrantLock();
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>();
    private boolean taken;
    private long numbers;

    Turns() {}

    /** Work of this thread counts as come at this moment ({@link System#nanoTime()}). */
    public static Kept since(long nanoTime) {
        SINCE.set(nanoTime);
        return SINCE::remove;
    }

    /** Until it is closed. */
    public interface Kept extends AutoCloseable {
        @Override
        void close();
    }

    private static final class Waiting implements Comparable<Waiting> {
        private final long since;
        private final long number;
        private final Condition called;
        private boolean isCalled;

        Waiting(long since, long number, Condition called) {
            this.since = since;
            this.number = number;
            this.called = called;
        }

        /** Moments of {@code nanoTime} are compared by their difference: they may run over. */
        @Override
        public int compareTo(Waiting other) {
            return since == other.since
                    ? Long.compare(number, other.number)
                    : Long.compare(since - other.since, 0);
        }
    }

    /**
     * Comes back when nobody who came before is waiting; {@link #next} must follow.
     *
     * @throws SQLTransientConnectionException when that takes longer
     */
    void take(long millis) throws SQLTransientConnectionException {
        door.lock();
        try {
            if (!taken) {
                taken = true;
                return;
            }
            var since = SINCE.get();
            queue(
                    new Waiting(
                            since == null ? System.nanoTime() : since,
                            numbers++,
                            door.newCondition()),
                    TimeUnit.MILLISECONDS.toNanos(millis));
        } finally {
            door.unlock();
        }
    }

    private void queue(Waiting me, long nanos) throws SQLTransientConnectionException {
        waiting.add(me);
        try {
            for (var left = nanos; !me.isCalled && left > 0; ) left = me.called.awaitNanos(left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (me.isCalled) return;
        waiting.remove(me);
        throw new SQLTransientConnectionException("no connection in time");
    }

    void next() {
        door.lock();
        try {
            var first = waiting.poll();
            taken = first != null;
            if (first == null) return;
            first.isCalled = true;
            first.called.signal();
        } finally {
            door.unlock();
        }
    }

    /** How many wait behind the one whose turn it is. */
    int waiting() {
        door.lock();
        try {
            return waiting.size();
        } finally {
            door.unlock();
        }
    }
}
