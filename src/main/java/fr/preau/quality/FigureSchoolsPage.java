package fr.preau.quality;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;

/** The schools of a perimeter by one figure, the highest count first. */
public record FigureSchoolsPage(Figure figure, List<Row> rows, boolean first, boolean more)
        implements Page {
    public record Row(long id, String name, String city, String uai, int count) {}

    static FigureSchoolsPage of(Figure figure, List<Row> read, boolean first) {
        var more = read.size() > Perimeters.PAGE;
        return new FigureSchoolsPage(
                figure, more ? read.subList(0, Perimeters.PAGE) : read, first, more);
    }

    @Override
    public String title() {
        return t("quality.schools.title", figure.label());
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public String width() {
        return "wide";
    }

    public int highest() {
        return rows.stream().mapToInt(Row::count).max().orElse(1);
    }

    public String path() {
        return "/quality/" + figure.slug();
    }

    public String next() {
        var last = rows.getLast();
        return path() + "?count=" + last.count() + "&after=" + last.id();
    }
}
