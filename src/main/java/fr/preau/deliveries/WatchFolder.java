package fr.preau.deliveries;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.jobs.RecurringWork;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Looks at the drop folder once a minute; what has arrived is read once it no longer grows, that is
 * when two looks see the same.
 */
@Component
class WatchFolder implements RecurringWork {
    private final Wishes wishes;
    private final DropFolder folder;
    private final Walls walls;
    private String lastLook = "";

    WatchFolder(Wishes wishes, DropFolder folder, Walls walls) {
        this.wishes = wishes;
        this.folder = folder;
        this.walls = walls;
    }

    @Override
    public String name() {
        return "deliveries-watch";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        if (!folder.isWatched()) return;
        var look = folder.signature();
        var still = look.equals(lastLook);
        lastLook = look;
        if (!still || look.isEmpty()) return;
        walls.as(
                Wall.DIRECTORY,
                () -> {
                    if (wishes.isNew(look)) wishes.add("", false, false, null);
                });
    }
}
