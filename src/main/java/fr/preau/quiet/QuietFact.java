package fr.preau.quiet;

import fr.preau.web.Fact;

/** What was decided about when people are left in peace. */
sealed interface QuietFact extends Fact {
    /** A school has chosen its quiet hours, or those of the région again. */
    record QuietHoursChosen(Long school, Long account, Long person, long choice)
            implements QuietFact {
        @Override
        public String identity() {
            return "quiet-hours " + choice;
        }

        @Override
        public String subject() {
            return "quiet-hours " + choice;
        }
    }

    /** The last choice was taken back: the one before is in force again. */
    record QuietHoursTakenBack(Long school, Long account, Long person, long choice)
            implements QuietFact {
        @Override
        public String identity() {
            return "quiet-hours-back " + choice;
        }

        @Override
        public String subject() {
            return "quiet-hours " + choice;
        }
    }

    /** People were told at once: in quiet hours all the same, or by day before the evening. */
    record QuietHoursOverridden(Long school, Long account, Long person, String subject)
            implements QuietFact {
        @Override
        public String identity() {
            return "quiet-override " + school + " " + subject;
        }
    }
}
