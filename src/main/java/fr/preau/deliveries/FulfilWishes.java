package fr.preau.deliveries;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.feed.DirectoryImport;
import fr.preau.feed.ImportOptions;
import fr.preau.feed.Progress;
import fr.preau.jobs.RecurringWork;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the deliveries that were asked for, one after the other, on a node that holds the folder.
 */
@Component
class FulfilWishes implements RecurringWork {
    private static final Logger log = LoggerFactory.getLogger(FulfilWishes.class);

    private final Wishes wishes;
    private final DropFolder folder;
    private final DirectoryImport imports;
    private final Walls walls;

    FulfilWishes(Wishes wishes, DropFolder folder, DirectoryImport imports, Walls walls) {
        this.wishes = wishes;
        this.folder = folder;
        this.imports = imports;
        this.walls = walls;
    }

    @Override
    public String name() {
        return "deliveries-wishes";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        if (!folder.isWatched()) return;
        for (var wish = walls.as(Wall.DIRECTORY, wishes::next);
                wish.isPresent();
                wish = walls.as(Wall.DIRECTORY, wishes::next)) fulfil(wish.get());
    }

    private void fulfil(Wishes.Wish wish) {
        folder.find(wish.source()).ifPresent(path -> read(path, wish));
        walls.as(Wall.DIRECTORY, () -> wishes.fulfilled(wish.id()));
    }

    /**
     * What a failure says is in the register of readings; its words may quote a row, so none is
     * kept.
     */
    private void read(Path path, Wishes.Wish wish) {
        // An acceptance is about what was refused a moment ago, which is not « known ».
        var options =
                new ImportOptions(
                        java.util.Optional.empty(), wish.dryRun(), wish.acceptShrink(), false);
        try {
            imports.importFolder(path, options, Progress.SILENT);
        } catch (Exception e) {
            log.warn("a delivery could not be read: {}", e.getClass().getName());
        }
    }
}
