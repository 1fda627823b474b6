package fr.preau.saml;

/** An answer that is not believed, and why; the reason is for the journal, never for the sender. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    enum Reason {
        /** No request of ours, in this browser, waits for it. */
        UNSOLICITED,
        UNREADABLE,
        SHAPE,
        ALGORITHM,
        UNSIGNED,
        SIGNATURE,
        ENCRYPTION,
        NOT_SUCCESS,
        ISSUER,
        DESTINATION,
        AUDIENCE,
        RECIPIENT,
        REQUEST,
        TIME,
        REPLAYED
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
