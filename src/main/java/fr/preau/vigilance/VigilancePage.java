package fr.preau.vigilance;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.messages.Oversight.Key;
import fr.preau.vigilance.WatchPolicy.Reason;
import fr.preau.web.Page;
import fr.preau.web.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits for this person's decision, and what was decided about reports. */
public record VigilancePage(
        List<Waiting> waiting, List<Reported> open, List<Reported> decided, Instant now)
        implements Page {
    /** A message that has not left. */
    public record Waiting(
            long school,
            long id,
            String author,
            Profile profile,
            String subject,
            Reason reason,
            Instant heldAt,
            byte @Nullable [] words,
            long node,
            String place,
            long account,
            @Nullable Long device,
            int people) {
        Key key() {
            return new Key(school, id);
        }

        public String why() {
            return t("vigilance.reason." + reason);
        }

        public String who() {
            return t("vigilance.profile." + profile);
        }

        public String readers() {
            return count("vigilance.people", people);
        }
    }

    /** A report, decided or not. */
    public record Reported(
            long school,
            long id,
            long message,
            String reason,
            Instant reportedAt,
            @Nullable Instant decidedAt,
            @Nullable String decision,
            boolean passedOn,
            String place) {
        public String why() {
            return t("vigilance.report.reason." + reason);
        }

        public String became() {
            return t("vigilance.report.became." + decision);
        }
    }

    @Override
    public String title() {
        return t("vigilance.title");
    }

    @Override
    public String service() {
        return "messages";
    }

    public boolean isEmpty() {
        return waiting.isEmpty() && open.isEmpty();
    }

    public String since(Instant at) {
        return t("vigilance.since", lasted(at, now));
    }

    public String took(Reported one) {
        return one.decidedAt() == null
                ? ""
                : t("vigilance.took", lasted(one.reportedAt(), one.decidedAt()));
    }

    /** « 20 minutes », « 5 heures », « 3 jours » */
    static String lasted(Instant from, Instant until) {
        var time = Duration.between(from, until);
        if (time.toHours() < 1) return count("vigilance.minutes", Math.max(1, time.toMinutes()));
        return time.toDays() < 2
                ? count("vigilance.hours", time.toHours())
                : count("vigilance.days", time.toDays());
    }
}
