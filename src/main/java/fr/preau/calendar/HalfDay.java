package fr.preau.calendar;

import static fr.preau.web.Wording.t;

import java.time.LocalTime;

/** The unit in which a school is open: a morning or an afternoon. */
public enum HalfDay {
    MORNING(LocalTime.of(8, 30), LocalTime.of(11, 30)),
    AFTERNOON(LocalTime.of(13, 30), LocalTime.of(16, 30));

    private final SchoolCalendar.Hours usual;

    HalfDay(LocalTime opens, LocalTime closes) {
        usual = new SchoolCalendar.Hours(opens, closes);
    }

    SchoolCalendar.Hours usual() {
        return usual;
    }

    public String label() {
        return t("calendar.half." + name());
    }
}
