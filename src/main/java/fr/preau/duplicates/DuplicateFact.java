package fr.preau.duplicates;

import fr.preau.web.Fact;

/** What has been decided about two persons who looked alike. */
public sealed interface DuplicateFact extends Fact {
    long pair();

    @Override
    default String subject() {
        return "pair " + pair();
    }

    /** Two rows are one person from now on. */
    record PersonsMerged(
            Long school, Long account, Long person, long pair, long kept, long absorbed)
            implements DuplicateFact {
        @Override
        public String identity() {
            return "persons-merged " + kept + " " + absorbed;
        }

        @Override
        public String subject() {
            return "person " + absorbed + " → person " + kept;
        }
    }

    /** They are two people; nobody is asked again. */
    record DuplicateDismissed(Long school, Long account, Long person, long pair)
            implements DuplicateFact {
        @Override
        public String identity() {
            return "duplicate-dismissed " + pair;
        }
    }
}
