package fr.preau.messages;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.util.List;

/** The switch for the bad day: what is stopped, and stopping. */
public record StopsPage(
        List<Stop> stops,
        List<Target> targets,
        String target,
        String reason,
        boolean drill,
        String q,
        List<Found> found,
        Problems problems)
        implements Page {
    /** Something that may be stopped. */
    public record Target(String kind, long id, String name, String level) {
        public String value() {
            return (kind.equals("CLASS") ? "c" : "s") + id;
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

    /** A drill as well: it is seen as the real one is. */
    public boolean isAnythingUnderWay() {
        return stops.stream().anyMatch(stop -> !stop.isLifted());
    }
}
