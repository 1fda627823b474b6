package fr.preau.revenue;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.time.Instant;
import java.util.List;

/** Files of accounting: one to bring, those that were. */
public record ImportsPage(List<File> files, Problems problems) implements Page {
    /** A file that was brought. */
    public record File(long id, String name, String state, Instant readAt) {
        public boolean isPreview() {
            return state.equals("PREVIEW");
        }

        public boolean isDone() {
            return state.equals("DONE");
        }

        public String path() {
            return "/revenue-imports/" + id;
        }

        public String label() {
            return t("revenue.import.state." + state);
        }
    }

    @Override
    public String title() {
        return t("revenue.imports");
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }
}
