package fr.preau.liaison;

import fr.preau.directory.Picker;
import fr.preau.quiet.QuietHours;
import fr.preau.quiet.Urgent;
import fr.preau.web.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When families are told of a note: it is there at once, they are told outside of quiet hours. */
@Component
class Telling {
    private final QuietHours quiet;
    private final Urgent urgent;
    private final Clock clock;

    Telling(QuietHours quiet, Urgent urgent, Clock clock) {
        this.quiet = quiet;
        this.urgent = urgent;
        this.clock = clock;
    }

    /**
     * When families would be told of what is sent now, in the last of the author's schools; null
     * when they would be at once.
     */
    @Nullable Instant heldUntil(Picker picker) {
        var now = clock.instant();
        return quiet.opensAt(schoolsOf(picker), now).values().stream()
                .filter(now::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Whether this author may press « urgent » at all. */
    boolean mayDisturb(Actor actor, Picker picker) {
        return schoolsOf(picker).stream().anyMatch(actor::directs);
    }

    Urgent.Verdict verdict(Actor actor, long school, String reason) {
        return urgent.may(actor, school, reason);
    }

    Instant opensAt(long school, Instant at) {
        return quiet.opensAt(school, at);
    }

    void letThrough(Actor actor, long school, long note, String reason, Instant wouldOpenAt) {
        urgent.letThrough(actor, school, "note " + note, reason, wouldOpenAt);
    }

    private static List<Long> schoolsOf(Picker picker) {
        return Stream.concat(
                        picker.circles().stream().map(Picker.Circle::school),
                        picker.families().stream().map(Picker.Family::school))
                .distinct()
                .toList();
    }
}
