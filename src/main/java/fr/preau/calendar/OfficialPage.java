package fr.preau.calendar;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import fr.preau.web.Problems;
import java.util.List;

/** The official dates of a zone and a school year, for the région. */
public record OfficialPage(
        String zone,
        int year,
        List<Integer> years,
        List<Academy> academies,
        OfficialForm form,
        Problems problems)
        implements Page {
    public record Academy(String name, String zone) {}

    @Override
    public String title() {
        return t("calendar.official.title");
    }

    @Override
    public String service() {
        return "agenda";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }

    public List<String> zones() {
        return List.of("A", "B", "C");
    }

    public List<String> kinds() {
        return OfficialForm.KINDS;
    }

    public String at(String otherZone, int otherYear) {
        return "/calendar/official?zone=" + otherZone + "&year=" + otherYear;
    }
}
