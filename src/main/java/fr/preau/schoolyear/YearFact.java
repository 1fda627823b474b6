package fr.preau.schoolyear;

import static fr.preau.web.Wording.t;

import fr.preau.web.Fact;
import java.time.Instant;

/** What happened to the year of a school; its numbers are in the subject. */
public sealed interface YearFact extends Fact {
    int year();

    Instant at();

    @Override
    default String identity() {
        return getClass().getSimpleName() + " " + school() + " " + year() + " " + at();
    }

    @Override
    default String subject() {
        return Change.name(year());
    }

    /** A rehearsal is open, or open again. */
    record YearRehearsed(Long school, int year, Long account, Long person, Instant at)
            implements YearFact {}

    /** Others see the rehearsal, or see it no longer. */
    record YearShown(Long school, int year, Long account, Long person, String to, Instant at)
            implements YearFact {}

    /** A rehearsal is given up. */
    record YearAbandoned(Long school, int year, Long account, Long person, Instant at)
            implements YearFact {}

    /** The new year is there. */
    record YearApplied(
            Long school,
            int year,
            Long account,
            Long person,
            long archived,
            long moved,
            long leaving,
            Instant at)
            implements YearFact {
        @Override
        public String subject() {
            return t("year.fact.applied", Change.name(year), archived, moved, leaving);
        }
    }

    /** The year before is back. */
    record YearUndone(
            Long school, int year, Long account, Long person, long classes, long seats, Instant at)
            implements YearFact {
        @Override
        public String subject() {
            return t("year.fact.undone", Change.name(year - 1), classes, seats);
        }
    }
}
