package fr.preau.liaison;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Markdown;
import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A note as its author, the director or a class's teacher follows it: who has seen, signed and
 * answered, for each child.
 */
public record FollowPage(
        Note note,
        List<Child> children,
        String show,
        List<Earlier> earlier,
        @Nullable Reminder lastReminder,
        boolean mayRemind,
        boolean mayCorrect,
        boolean held,
        Problems problems)
        implements Page {
    /** The last reminder, by hand or by itself. */
    public record Reminder(Instant at, boolean byHand, int families) {}

    /** A child and the guardians who received the note on the child's behalf. */
    public record Child(
            long id,
            String name,
            @Nullable String classLabel,
            int signers,
            int signatures,
            boolean complete,
            boolean reached,
            List<Guardian> guardians) {
        /** Somebody may sign and has not, and it is still needed. */
        boolean waits() {
            return !complete && guardians.stream().anyMatch(Guardian::isAwaited);
        }

        /**
         * How the family was reached: online when somebody who still answers for the child has
         * opened the note or has an account in use, on paper when a coupon was handed out or came
         * back signed.
         */
        public Channel channel() {
            if (guardians.stream().anyMatch(Guardian::isOnline)) return Channel.ONLINE;
            return guardians.stream().anyMatch(Guardian::hasPaper) ? Channel.PAPER : Channel.NONE;
        }

        public boolean isOpened() {
            return guardians.stream()
                    .anyMatch(guardian -> guardian.linked() && guardian.seenAt() != null);
        }
    }

    /** What was decided, when the note is a request: the number of the decision and its words. */
    public record Answer(long decision, String label, @Nullable String condition) {}

    /**
     * {@code linked}: still a guardian of the child today; {@code onPaper}: signed on a coupon;
     * {@code handedAt}: when a coupon was last printed for them.
     */
    public record Guardian(
            String name,
            boolean signs,
            boolean linked,
            boolean reached,
            @Nullable Instant seenAt,
            @Nullable Instant signedAt,
            @Nullable String reply,
            @Nullable Instant repliedAt,
            @Nullable Instant remindedAt,
            boolean onPaper,
            @Nullable Instant handedAt,
            @Nullable Answer answer) {
        boolean isAwaited() {
            return signs && linked && signedAt == null;
        }

        boolean isOnline() {
            return linked && (seenAt != null || reached);
        }

        boolean isAbsent() {
            return linked && !isOnline() && !hasPaper();
        }

        boolean hasPaper() {
            return onPaper || handedAt != null;
        }

        /** How far this guardian is; the furthest step wins. */
        public Step step() {
            if (signedAt != null) return onPaper ? Step.PAPER : Step.SIGNED;
            if (!linked) return Step.UNLINKED;
            if (repliedAt != null) return Step.REPLIED;
            if (seenAt != null) return Step.SEEN;
            if (reached) return Step.UNSEEN;
            return handedAt != null ? Step.HANDED : Step.UNREACHED;
        }

        public @Nullable Instant stepAt() {
            return switch (step()) {
                case SIGNED, PAPER -> signedAt;
                case REPLIED -> repliedAt;
                case SEEN -> seenAt;
                case HANDED -> handedAt;
                default -> null;
            };
        }
    }

    /** From « jamais connecté » to « signé », with how it is drawn. */
    public enum Step {
        UNREACHED("circle-alert", "badge--alert"),
        HANDED("file-text", "badge--wait"),
        UNSEEN("clock", "badge--wait"),
        SEEN("eye", ""),
        REPLIED("message-circle", ""),
        SIGNED("check-check", "badge--good"),
        PAPER("file-text", "badge--good"),
        UNLINKED("user", "");

        private final String icon;
        private final String look;

        Step(String icon, String look) {
            this.icon = icon;
            this.look = look;
        }

        public String icon() {
            return icon;
        }

        public String look() {
            return look;
        }

        public String label() {
            return t("liaison.step." + name());
        }
    }

    @Override
    public String title() {
        return note.title();
    }

    @Override
    public String service() {
        return "liaison";
    }

    @Override
    public String width() {
        return "wide";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public String bodyHtml() {
        return Markdown.document(note.body());
    }

    public int complete() {
        return (int) children.stream().filter(Child::complete).count();
    }

    public int waiting() {
        return (int) children.stream().filter(Child::waits).count();
    }

    public int incomplete() {
        return children.size() - complete();
    }

    public int unreached() {
        return (int) children.stream().filter(child -> !child.reached()).count();
    }

    /** « 21 en ligne, 2 sur papier, 1 pas jointe »; what nobody is in is not said. */
    public String reach() {
        return ReachPage.sentence(children);
    }

    /** Guardians of the same child who answered differently: never silently resolved. */
    public int disagreements() {
        return (int) children.stream().filter(DecisionsPage::isDisagreement).count();
    }

    public List<Child> shown() {
        return switch (show) {
            case "waiting" -> children.stream().filter(child -> !child.complete()).toList();
            case "unreached" -> children.stream().filter(child -> !child.reached()).toList();
            default -> children;
        };
    }

    public boolean isShowing(String filter) {
        return filter.equals(show)
                || filter.isEmpty() && !show.equals("waiting") && !show.equals("unreached");
    }

    public String remind() {
        return count("liaison.remind", waiting());
    }

    /** « 1 signature sur 2 » */
    public String status(Child child) {
        if (child.signers() == 0 && child.signatures() == 0) return t("liaison.status.nobody");
        var asked = note.rule() == Rule.ONE ? 1 : Math.max(child.signers(), child.signatures());
        var given = Math.min(child.signatures(), asked);
        return t(given > 1 ? "liaison.signatures.many" : "liaison.signatures.one", given, asked);
    }
}
