package fr.preau.network;

import fr.preau.web.Fact;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happened to formulas, lines and sheets, for the journal. */
sealed interface NetworkFact extends Fact {
    /** A new version of the formula, from a day on. */
    record FormulaChanged(
            @Nullable Long school,
            Long account,
            Long person,
            int year,
            int version,
            LocalDate from,
            long formula)
            implements NetworkFact {
        @Override
        public String identity() {
            return "network-formula " + formula;
        }

        @Override
        public String subject() {
            return "formula " + year + " version " + version + " " + from;
        }
    }

    /** A version that had not begun. */
    record FormulaTakenBack(
            @Nullable Long school, Long account, Long person, int year, int version, long formula)
            implements NetworkFact {
        @Override
        public String identity() {
            return "network-formula-back " + formula;
        }

        @Override
        public String subject() {
            return "formula " + year + " version " + version;
        }
    }

    /** The line of a school is said to be another than before. */
    record LineDeclared(Long school, Long account, Long person, int year, int edition)
            implements NetworkFact {
        @Override
        public String identity() {
            return "network-line " + school + " " + year + " " + edition;
        }

        @Override
        public String subject() {
            return "sheet " + year + " edition " + edition;
        }
    }

    record SheetMade(Long school, Long account, Long person, int year, int edition)
            implements NetworkFact {
        @Override
        public String identity() {
            return "network-sheet " + school + " " + year + " " + edition;
        }

        @Override
        public String subject() {
            return "sheet " + year + " edition " + edition;
        }
    }

    record LineTested(Long school, Long account, Long person, long test) implements NetworkFact {
        @Override
        public String identity() {
            return "network-test " + school + " " + test;
        }

        @Override
        public String subject() {
            return "test " + test;
        }
    }
}
