package fr.preau.disputes;

import static fr.preau.web.Wording.t;

import fr.preau.web.Dates;
import fr.preau.web.Page;
import fr.preau.web.Problems;
import org.jspecify.annotations.Nullable;

/**
 * One act and its form, with what article 11 says of it and what follows.
 *
 * @param consequence what follows when it is done today; may be empty
 * @param offer the text that is accepted; null for another act
 */
public record StepPage(
        Dispute dispute,
        String convention,
        StepKind kind,
        String article,
        String consequence,
        @Nullable Step offer,
        StepForm form,
        Problems problems)
        implements Page {
    StepPage(Folder folder, StepKind kind, StepForm form, Problems problems) {
        this(
                folder.dispute(),
                DisputePage.convention(folder),
                kind,
                Article.of(kind).words(folder.dispute().delays()),
                consequence(folder, kind),
                kind == StepKind.AGREED ? folder.course().last(StepKind.OFFER).orElse(null) : null,
                form,
                problems);
    }

    private static String consequence(Folder folder, StepKind kind) {
        var delays = folder.dispute().delays();
        return switch (kind) {
            case FIRST_LETTER ->
                    t(
                            "disputes.then.FIRST_LETTER",
                            Dates.onPaper(
                                    Deadlines.months(folder.today(), delays.conciliationMonths())));
            case REASONS ->
                    t(
                            "disputes.then.REASONS",
                            Dates.onPaper(Deadlines.months(folder.today(), delays.courtMonths())),
                            delays.court());
            case SECOND_LETTER ->
                    t(
                            "disputes.then.SECOND_LETTER",
                            Dates.onPaper(
                                    Deadlines.days(folder.today(), delays.terminationDays())));
            case AGREED, WITHDRAWN -> t("disputes.then.end");
            default -> "";
        };
    }

    /** Where it is sent. */
    public String action() {
        return dispute.path() + (kind.isLetter() ? "/letters" : "/steps");
    }

    @Override
    public String title() {
        return kind.act();
    }

    @Override
    public String service() {
        return "town";
    }

    @Override
    public int status() {
        return problems.any() ? 422 : 200;
    }
}
