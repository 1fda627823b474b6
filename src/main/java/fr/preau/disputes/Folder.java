package fr.preau.disputes;

import fr.preau.agreements.Agreement;
import fr.preau.disputes.DisputePolicy.Verdict;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a procedure, as one who may read it opens it.
 *
 * @param party for whom they act; null for those who only look
 */
record Folder(
        Dispute dispute,
        Agreement agreement,
        Course course,
        @Nullable Party party,
        LocalDate today) {
    Phase phase() {
        return course.phase(today);
    }

    /** What a party may add today. */
    List<StepKind> acts(Party who) {
        return Arrays.stream(StepKind.values())
                .filter(kind -> DisputePolicy.may(kind, who, course, today) == Verdict.ALLOWED)
                .toList();
    }

    boolean mayTakeBack(Step step) {
        return party != null
                && DisputePolicy.mayTakeBack(step, party, course, today) == Verdict.ALLOWED;
    }
}
