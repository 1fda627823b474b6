package fr.preau.calendar;

import static fr.preau.web.Wording.t;

import fr.preau.web.Page;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/** A whole school year on paper: eleven months and what interrupts them. */
public record CalendarPrintPage(Place place, SchoolCalendar calendar, int year, LocalDate today)
        implements Page {
    @Override
    public String title() {
        return t("calendar.print.title", year, year + 1);
    }

    @Override
    public String service() {
        return "agenda";
    }

    @Override
    public boolean bare() {
        return true;
    }

    @Override
    public String width() {
        return "wide";
    }

    public List<Month> months() {
        return IntStream.range(0, 11)
                .mapToObj(n -> new Month(YearMonth.of(year, 9).plusMonths(n), calendar))
                .toList();
    }

    public List<Event> events() {
        return calendar.events(LocalDate.of(year, 9, 1), LocalDate.of(year + 1, 7, 31));
    }
}
