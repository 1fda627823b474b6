package fr.preau.vigilance;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import fr.preau.web.Profile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Saying that a message is disturbing, and reading what became of it. */
public record ReportPage(
        Profile profile,
        long message,
        @Nullable Mine mine,
        String reason,
        String words,
        Problems problems)
        implements Page {
    static final List<String> REASONS =
            List.of("THREAT", "SHOCKING", "MEAN", "TRICK", "MISTAKE", "OTHER");
    private static final List<String> FOR_CHILDREN = List.of("MEAN", "SHOCKING", "OTHER");

    /** What this person said, and the answer. */
    public record Mine(
            String reason,
            String words,
            Instant reportedAt,
            @Nullable String decision,
            @Nullable Instant decidedAt,
            String word) {
        public boolean isDecided() {
            return decision != null;
        }

        public String became() {
            return t("vigilance.report.became." + decision);
        }
    }

    @Override
    public String title() {
        return t(isChild() ? "vigilance.report.child" : "vigilance.report");
    }

    @Override
    public String service() {
        return "messages";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public boolean isChild() {
        return profile == Profile.PUPIL;
    }

    public List<String> reasons() {
        return isChild() ? FOR_CHILDREN : REASONS;
    }

    public String label(String one) {
        return isChild() ? t("vigilance.report.child." + one) : t("vigilance.report.reason." + one);
    }
}
