package fr.preau.proconnect;

/** Somebody who is not let in, and why; the journal has the reason, the page what to do now. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    enum Reason {
        /** No departure of this browser waits for it. */
        UNSOLICITED("refused"),
        /** ProConnect itself says that nobody was proved. */
        NOT_PROVED("refused"),
        CODE_SERVED("refused"),
        /** ProConnect does not take what we bring: a code that is too old, or our own settings. */
        REJECTED("refused"),
        /** Does not answer, or not as it should. */
        UNAVAILABLE("unavailable"),
        UNREADABLE("refused"),
        ALGORITHM("refused"),
        SIGNATURE("refused"),
        ISSUER("refused"),
        AUDIENCE("refused"),
        TIME("refused"),
        NONCE("refused"),
        ACCESS_TOKEN("refused"),
        SUBJECT("refused"),
        CONTENT_TYPE("refused"),
        CLAIMS("refused"),
        SIRET("no-convention"),
        NO_CONVENTION("no-convention"),
        NO_INVITATION("no-invitation"),
        OTHER_TOWN("no-invitation"),
        /** New here, and the région has not accepted them, or no longer does. */
        NOT_APPROVED("no-invitation"),
        INVITATION_OVER("invitation-over"),
        OTHER_ADDRESS("other-address"),
        /** The identity is already the holder of another account. */
        TAKEN("other-account"),
        NO_ACCOUNT("no-account");

        private final String outcome;

        Reason(String outcome) {
            this.outcome = outcome;
        }

        /** The page that says what to do. */
        String outcome() {
            return outcome;
        }
    }

    private final Reason reason;

    Refusal(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    static void unless(boolean held, Reason reason) {
        if (!held) throw new Refusal(reason);
    }
}
