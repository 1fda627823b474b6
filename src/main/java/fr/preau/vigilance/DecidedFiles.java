package fr.preau.vigilance;

import fr.preau.database.Wall;
import fr.preau.database.Walls;
import fr.preau.messages.Oversight;
import fr.preau.messages.Oversight.Key;
import fr.preau.storage.StoredFile;
import fr.preau.storage.StoredFiles;
import fr.preau.vigilance.ReportedPage.Attached;
import fr.preau.vigilance.ReportedPage.Frozen;
import fr.preau.vigilance.VigilancePage.Reported;
import fr.preau.vigilance.VigilancePage.Waiting;
import fr.preau.web.Actor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * What a message carries that is reported or waits, for whoever decides. The copy of a report seals
 * the fingerprints: a file is shown while the message has one that fits.
 */
@Component
class DecidedFiles {
    private final Reports reports;
    private final Holds holds;
    private final Oversight oversight;
    private final StoredFiles files;
    private final Walls walls;

    DecidedFiles(
            Reports reports, Holds holds, Oversight oversight, StoredFiles files, Walls walls) {
        this.reports = reports;
        this.holds = holds;
        this.oversight = oversight;
        this.files = files;
        this.walls = walls;
    }

    List<Attached> of(Reported report, Frozen frozen) {
        if (frozen.files().isEmpty()) return List.of();
        var kept = oversight.files(new Key(report.school(), report.message()));
        return frozen.files().stream()
                .map(print -> new Attached(print, fitting(kept, print)))
                .toList();
    }

    private static @Nullable StoredFile fitting(List<StoredFile> kept, String print) {
        return kept.stream().filter(file -> file.content().equals(print)).findFirst().orElse(null);
    }

    Optional<StoredFile> find(Actor actor, long report, long file) {
        return among(
                reports.find(actor, report).map(found -> of(found, reports.frozen(found))), file);
    }

    /** What would leave with it. */
    List<Attached> of(Waiting waiting) {
        return oversight.files(waiting.key()).stream()
                .map(file -> new Attached(file.content(), file))
                .toList();
    }

    Optional<StoredFile> findWaiting(Actor actor, long message, long file) {
        return among(holds.waitingFor(actor, message).map(this::of), file);
    }

    private static Optional<StoredFile> among(Optional<List<Attached>> attached, long file) {
        return attached.stream()
                .flatMap(List::stream)
                .map(Attached::file)
                .filter(one -> one != null && one.id() == file)
                .findFirst();
    }

    /** Whoever decides above a school has no reach to its files. */
    ResponseEntity<Resource> thumbnail(StoredFile file) {
        return walls.as(Wall.JOB, () -> files.thumbnail(file));
    }
}
