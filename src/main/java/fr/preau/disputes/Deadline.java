package fr.preau.disputes;

import static fr.preau.web.Wording.count;
import static fr.preau.web.Wording.t;

import fr.preau.calendar.PublicHoliday;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A day that the convention fixes, and what it is for. */
public record Deadline(Kind kind, LocalDate day) {
    public enum Kind {
        /** The last day of conciliation. */
        CONCILIATION,
        /** The first day without convention. */
        TERMINATION,
        /** The last day for an amicable agreement; the court from the day after. */
        COURT
    }

    public String label() {
        return t("disputes.deadline." + kind);
    }

    /** Whether people work on that day. */
    public boolean isWorked() {
        return Deadlines.isWorked(day);
    }

    /** The next day on which people work. */
    public LocalDate worked() {
        return Deadlines.worked(day);
    }

    /** « un samedi », « un jour férié (Lundi de Pâques) »; asked when nobody works. */
    public String closed() {
        return PublicHoliday.on(day)
                .map(holiday -> t("disputes.closed.holiday", holiday.label()))
                .orElseGet(() -> t("disputes.closed." + day.getDayOfWeek()));
    }

    public boolean isOver(LocalDate today) {
        return day.isBefore(today);
    }

    /** « dans 12 jours », « aujourd’hui », « passé » */
    public String left(LocalDate today) {
        var days = ChronoUnit.DAYS.between(today, day);
        if (days < 0) return t("disputes.left.over");
        return count("disputes.left", days);
    }
}
