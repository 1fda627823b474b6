package fr.preau.quality;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;
import java.util.Map;

/** The board of one school: what is missing, how much of it, and where it is repaired. */
public record QualityBoardPage(List<School> schools, School school, Map<Figure, Integer> counts)
        implements Page {
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

    public int count(Figure figure) {
        return counts.getOrDefault(figure, 0);
    }

    public List<Figure.About> parts() {
        return List.of(Figure.About.values());
    }

    /** How many figures have something behind them. */
    public int open() {
        return counts.size();
    }

    public String path(Figure figure) {
        return "/quality/" + figure.slug() + "?school=" + school.id();
    }
}
