package fr.preau.calendar;

import fr.preau.web.Fact;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What has been decided about when there is school. */
public sealed interface CalendarFact extends Fact {
    /** The week of a school is another one from this day on. */
    record SchoolWeekChanged(Long school, Long account, Long person, LocalDate from, Instant at)
            implements CalendarFact {
        @Override
        public String identity() {
            return "school-week " + school + " " + at;
        }

        @Override
        public String subject() {
            return "week " + from;
        }
    }

    /** A school is closed, or works, on days when it usually does not. */
    record SchoolDaysDecided(
            Long school,
            Long account,
            Long person,
            long decision,
            boolean closed,
            LocalDate from,
            LocalDate to)
            implements CalendarFact {
        @Override
        public String identity() {
            return "school-days " + decision;
        }

        @Override
        public String subject() {
            return "days " + decision;
        }
    }

    record SchoolDaysRestored(Long school, Long account, Long person, long decision)
            implements CalendarFact {
        @Override
        public String identity() {
            return "school-days-restored " + decision;
        }

        @Override
        public String subject() {
            return "days " + decision;
        }
    }

    /** The région has written the official dates of a zone and a school year. */
    record OfficialCalendarChanged(String zone, int year, Long account, Long person, Instant at)
            implements CalendarFact {
        @Override
        public @Nullable Long school() {
            return null;
        }

        @Override
        public String identity() {
            return "official-calendar " + zone + " " + year + " " + at;
        }

        @Override
        public String subject() {
            return "calendar " + zone + " " + year;
        }
    }
}
