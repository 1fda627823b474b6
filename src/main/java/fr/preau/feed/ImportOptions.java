package fr.preau.feed;

import java.util.Optional;

/**
 * How a delivery is read.
 *
 * @param academy code of the académie, when the files do not say it
 * @param dryRun everything is done and reported, nothing is kept
 * @param acceptShrink somebody has looked: the delivery may make many people leave
 * @param force a delivery that is known or older is read all the same
 */
public record ImportOptions(
        Optional<String> academy, boolean dryRun, boolean acceptShrink, boolean force) {
    public static final ImportOptions USUAL =
            new ImportOptions(Optional.empty(), false, false, false);

    public ImportOptions of(Optional<String> given) {
        return new ImportOptions(given, dryRun, acceptShrink, force);
    }

    public ImportOptions rehearsed() {
        return new ImportOptions(academy, true, acceptShrink, force);
    }

    public ImportOptions accepted() {
        return new ImportOptions(academy, dryRun, true, force);
    }

    public ImportOptions forced() {
        return new ImportOptions(academy, dryRun, acceptShrink, true);
    }
}
