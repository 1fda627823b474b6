package fr.preau.calendar;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.util.List;

/** Which school of the perimeter: the way to a calendar for those above schools. */
public record CalendarSearchPage(String words, List<Place> found, boolean mayEditOfficial)
        implements Page {
    @Override
    public String title() {
        return t("calendar.search.title");
    }

    @Override
    public String service() {
        return "agenda";
    }
}
