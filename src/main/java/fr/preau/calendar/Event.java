package fr.preau.calendar;

import static fr.preau.web.Wording.t;

import fr.preau.web.Dates;
import java.time.LocalDate;

/**
 * Something of the calendar that people look for: holidays, a public holiday, what the school alone
 * does.
 */
public record Event(String look, String label, LocalDate from, LocalDate to, String precision) {
    static Event official(String kind, LocalDate from, LocalDate to) {
        return new Event(
                kind.equals("START") ? "good" : "break", t("calendar.break." + kind), from, to, "");
    }

    static Event of(PublicHoliday holiday, LocalDate day) {
        return new Event("holiday", holiday.label(), day, day, "");
    }

    static Event of(SchoolCalendar.Decision decision) {
        return new Event(
                decision.closed() ? "closed" : "working",
                decision.reason(),
                decision.fromOn(),
                decision.toOn(),
                t("calendar.decision." + (decision.closed() ? "CLOSED" : "WORKING"))
                        + halves(decision));
    }

    /** « , le matin seulement » when the first or the last day is not whole. */
    private static String halves(SchoolCalendar.Decision decision) {
        var startsAtNoon = decision.fromHalf() == HalfDay.AFTERNOON;
        var endsAtNoon = decision.toHalf() == HalfDay.MORNING;
        if (decision.fromOn().equals(decision.toOn())) {
            if (startsAtNoon) return t("calendar.only.AFTERNOON");
            return endsAtNoon ? t("calendar.only.MORNING") : "";
        }
        return (startsAtNoon ? t("calendar.from-noon") : "")
                + (endsAtNoon ? t("calendar.until-noon") : "");
    }

    /** « du samedi 19 octobre au dimanche 3 novembre ». */
    public String when() {
        return from.equals(to)
                ? Dates.onPaper(from)
                : t("calendar.from-to", Dates.full(from), Dates.onPaper(to));
    }
}
