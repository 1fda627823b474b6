package fr.preau.jobs;

import java.time.Duration;

/** Work that comes back; doing it once more than needed changes nothing. */
public interface RecurringWork {
    /** Stable name: it is the key of the row. */
    String name();

    Duration every();

    void run();
}
