package fr.preau.perimeter;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of the tree: what stands just below it, and its schools, searched and page by page. */
public record NodePage(
        List<Place> way,
        boolean several,
        List<Below> below,
        Search search,
        List<School> rows,
        boolean inside)
        implements Page {
    public record Below(long id, String kind, String name, long schools) {
        public Place place() {
            return new Place(id, kind, name, false);
        }
    }

    public record School(
            long id, String name, String uai, String town, long found, long classes, long pupils) {}

    public Place node() {
        return way.getLast();
    }

    /** What stands above, as far up as this person may go. */
    public List<Place> above() {
        return way.subList(0, way.size() - 1);
    }

    @Override
    public String title() {
        return node().name();
    }

    @Override
    public String service() {
        return "town";
    }

    public List<School> schools() {
        return rows.subList(0, Math.min(rows.size(), Schools.SHOWN));
    }

    /** « 2 écoles », or what a search has found. */
    public String found() {
        var number = rows.isEmpty() ? 0 : rows.getFirst().found();
        return count(search.q().isEmpty() ? "perimeter.schools" : "perimeter.found", number);
    }

    public String lead() {
        return node().kind().equals("TOWN") ? t("perimeter.lead.town") : node().kindHint();
    }

    public @Nullable String next() {
        return rows.size() > Schools.SHOWN
                ? search.from(node().path(), schools().getLast().id())
                : null;
    }

    public @Nullable String first() {
        return search.isFirstPage() ? null : search.from(node().path(), null);
    }
}
