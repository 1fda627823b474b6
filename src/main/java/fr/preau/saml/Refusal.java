package fr.preau.saml;

/** A message that is not believed, and why; the reason is for the journal, never for the sender. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public enum Reason {
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

    public Refusal(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Refuses what is not so. */
    public static void unless(boolean held, Reason reason) {
        if (!held) throw new Refusal(reason);
    }
}
