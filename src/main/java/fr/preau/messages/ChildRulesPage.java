package fr.preau.messages;

import static fr.preau.web.Wording.t;

import fr.preau.links.TrustedHosts;
import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the children of one's classes write to one another, and what waits to be read first. */
public record ChildRulesPage(
        List<Rule> rules, List<Waiting> waiting, TrustedHosts links, Problems problems)
        implements Page {
    /** Where the page says that a message waits no more. */
    static final String GONE = "waiting";

    /** The rule of a class, and how many messages wait there. */
    public record Rule(
            long school,
            long schoolClass,
            String label,
            boolean review,
            LocalTime opens,
            LocalTime closes,
            int waiting) {
        @Nullable Instant opensAfter(Instant now) {
            return ChildRules.opensAfter(opens, closes, now);
        }
    }

    /** A child's message that nobody has received yet. */
    public record Waiting(
            long school,
            long id,
            long authorId,
            String author,
            String recipients,
            String subject,
            String body,
            Instant sentAt) {}

    @Override
    public String title() {
        return t("messages.children.title");
    }

    @Override
    public String service() {
        return "messages";
    }

    @Override
    public int status() {
        if (problems.of(GONE) != null) return 409;
        return problems.any() ? 422 : 200;
    }
}
