package fr.preau.messages;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The switch for the bad day: what is stopped, a page at a time, and stopping. */
public record StopsPage(
        List<Stop> open,
        @Nullable Long older,
        List<Stop> lifted,
        List<Target> targets,
        String target,
        String reason,
        boolean drill,
        String q,
        Problems problems)
        implements Page {
    /** Something that may be stopped. */
    public record Target(String kind, long id, String name, String level) {
        public String value() {
            return switch (kind) {
                case "CLASS" -> "c" + id;
                case "PERSON" -> "p" + id;
                default -> "s" + id;
            };
        }

        public String label() {
            return t("messages.stop.level." + level, name);
        }
    }

    @Override
    public String title() {
        return t("messages.stop.title");
    }

    @Override
    public String service() {
        return "messages";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }
}
