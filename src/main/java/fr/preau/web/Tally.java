package fr.preau.web;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;

/**
 * One line a minute says how many there were: under load, a line for each would be one more load.
 */
public final class Tally {
    private static final long A_MINUTE = 60_000_000_000L;

    private final Logger log;
    private final String words;
    private final AtomicLong many = new AtomicLong();
    private final AtomicLong toldAt = new AtomicLong(System.nanoTime() - A_MINUTE);

    /**
     * @param words with {@code {}} for the number
     */
    public Tally(Logger log, String words) {
        this.log = log;
        this.words = words;
    }

    public void count() {
        many.incrementAndGet();
        var told = toldAt.get();
        var now = System.nanoTime();
        if (now - told >= A_MINUTE && toldAt.compareAndSet(told, now))
            log.warn(words, many.getAndSet(0));
    }
}
