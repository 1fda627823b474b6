package fr.preau.vigilance;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.links.TrustedHosts;
import fr.preau.storage.StoredFile;
import fr.preau.vigilance.Reports.Decision;
import fr.preau.vigilance.VigilancePage.Reported;
import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report with its sealed copy, and the decision. */
public record ReportedPage(
        Reported report,
        Frozen frozen,
        List<Attached> attached,
        TrustedHosts links,
        String decision,
        String word,
        String toAuthor,
        Instant now,
        Problems problems)
        implements Page {
    /** A sealed fingerprint, and the file while it is there. */
    public record Attached(String print, @Nullable StoredFile file) {
        public String kind() {
            return file == null ? "" : t("vigilance.file." + file.kind());
        }
    }

    /** The message as it was when it was reported; {@code whole} says that its seal fits. */
    public record Frozen(
            long authorId,
            String author,
            String reporter,
            String subject,
            String body,
            Instant sentAt,
            int recipients,
            List<String> files,
            String words,
            String word,
            boolean whole) {
        public String readers() {
            return count("vigilance.people", recipients);
        }
    }

    @Override
    public String title() {
        return t("vigilance.reported");
    }

    @Override
    public String service() {
        return "messages";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public boolean isOpen() {
        return report.decidedAt() == null;
    }

    public List<String> decisions() {
        return java.util.Arrays.stream(Decision.values()).map(Decision::name).toList();
    }

    public String label(String one) {
        return t("vigilance.decision." + one);
    }

    public String hint(String one) {
        return t("vigilance.decision." + one + ".hint");
    }

    public String since() {
        return t("vigilance.since", VigilancePage.lasted(report.reportedAt(), now));
    }
}
