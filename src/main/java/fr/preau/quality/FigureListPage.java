package fr.preau.quality;

import fr.preau.web.Page;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who or what stands behind a figure of one school, with the way to repair it. */
public record FigureListPage(
        School school, Figure figure, List<Row> rows, boolean first, boolean more) implements Page {
    /** {@code until}: when somebody who has left is erased. */
    public record Row(long id, String name, String place, @Nullable LocalDate until) {}

    static FigureListPage of(School school, Figure figure, List<Row> read, boolean first) {
        var more = read.size() > Findings.PAGE;
        return new FigureListPage(
                school, figure, more ? read.subList(0, Findings.PAGE) : read, first, more);
    }

    @Override
    public String title() {
        return figure.label();
    }

    @Override
    public String service() {
        return "accounts";
    }

    public String path() {
        return "/quality/" + figure.slug() + "?school=" + school.id();
    }

    public String next() {
        return path() + "&after=" + rows.getLast().id();
    }

    /** A school without a director has no list: the sentence says what to do. */
    public boolean isOfPeople() {
        return figure != Figure.NO_DIRECTOR;
    }
}
