package fr.preau.quality;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The board of a perimeter: how much of each figure, in how many of its schools. */
public record PerimeterBoardPage(
        Map<Figure, Perimeters.Total> totals, long schools, @Nullable Instant computedAt)
        implements Page {
    static PerimeterBoardPage of(List<Perimeters.Total> totals, long schools) {
        var byFigure = new EnumMap<Figure, Perimeters.Total>(Figure.class);
        totals.forEach(total -> byFigure.put(Figure.valueOf(total.figure()), total));
        return new PerimeterBoardPage(
                byFigure,
                schools,
                totals.stream()
                        .map(Perimeters.Total::computedAt)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null));
    }

    @Override
    public String title() {
        return t("quality.title");
    }

    @Override
    public String service() {
        return "accounts";
    }

    @Override
    public String width() {
        return "wide";
    }

    public List<Figure> figures() {
        return List.of(Figure.values());
    }

    public long count(Figure figure) {
        var total = totals.get(figure);
        return total == null ? 0 : total.count();
    }

    public long schools(Figure figure) {
        var total = totals.get(figure);
        return total == null ? 0 : total.schools();
    }
}
