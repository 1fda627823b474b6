package fr.preau.feed;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Says once a second how far a reading is, in transactions of their own, so that a screen can
 * follow it from anywhere.
 */
final class Pulse implements Progress, AutoCloseable {
    private final Runs runs;
    private final long run;
    private final Progress told;
    private final ScheduledExecutorService beat =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("delivery-pulse").factory());
    private volatile String step = "lecture";
    private volatile int percent;

    Pulse(Runs runs, long run, Progress told) {
        this.runs = runs;
        this.run = run;
        this.told = told;
        beat.scheduleAtFixedRate(() -> runs.seen(run, step, percent), 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void records(String file, long records, int done) {
        percent = done;
        told.records(file, records, done);
    }

    @Override
    public void file(String file, long records) {
        told.file(file, records);
    }

    @Override
    public void step(String words) {
        step = words;
        told.step(words);
    }

    /** Waits for a beat under way: what comes next must have the last word. */
    @Override
    public void close() {
        beat.close();
    }
}
