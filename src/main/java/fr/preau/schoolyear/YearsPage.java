package fr.preau.schoolyear;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;

/** The years that somebody may read again. */
public record YearsPage(List<Integer> years) implements Page {
    @Override
    public String title() {
        return t("year.past.title");
    }

    @Override
    public String service() {
        return "agenda";
    }

    public String name(int year) {
        return Change.name(year);
    }
}
