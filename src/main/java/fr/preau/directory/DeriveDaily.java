package fr.preau.directory;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.jobs.RecurringWork;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** A time-boxed role begins and ends by itself: what follows from it is derived anew each day. */
@Component
class DeriveDaily implements RecurringWork {
    private final Derivation derivation;
    private final Walls walls;

    DeriveDaily(Derivation derivation, Walls walls) {
        this.derivation = derivation;
        this.walls = walls;
    }

    @Override
    public String name() {
        return "directory-derivation";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(12);
    }

    @Override
    public void run() {
        walls.as(Wall.DIRECTORY, derivation::deriveDated);
    }
}
