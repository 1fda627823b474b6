package fr.preau.disputes;

import static fr.preau.web.Wording.t;

/** The sentences of article 11, with the delays of the procedure. */
enum Article {
    GRIEFS,
    CONCILIATION,
    SECOND,
    TERMINATION,
    COURT,
    NONE;

    static Article of(StepKind kind) {
        return switch (kind) {
            case OPENED, FIRST_LETTER, FIRST_RECEIPT -> GRIEFS;
            case PROPOSED, HELD, FAILED -> CONCILIATION;
            case REASONS, SECOND_LETTER, SECOND_RECEIPT -> SECOND;
            case TERMINATED -> TERMINATION;
            case OFFER, AGREED, COURT -> COURT;
            case WITHDRAWN, TAKEN_BACK -> NONE;
        };
    }

    static Article of(Deadline.Kind kind) {
        return switch (kind) {
            case CONCILIATION -> CONCILIATION;
            case TERMINATION -> TERMINATION;
            case COURT -> COURT;
        };
    }

    /** Empty for what the article does not speak of. */
    String words(Delays delays) {
        return switch (this) {
            case GRIEFS -> t("disputes.article.griefs");
            case CONCILIATION -> t("disputes.article.conciliation", delays.conciliation());
            case SECOND -> t("disputes.article.second");
            case TERMINATION -> t("disputes.article.termination", delays.termination());
            case COURT -> t("disputes.article.court", delays.beforeCourt(), delays.court());
            case NONE -> "";
        };
    }
}
