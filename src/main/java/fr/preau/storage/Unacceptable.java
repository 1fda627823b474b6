package fr.preau.storage;

/** Ends the look at a file; never leaves this package. */
final class Unacceptable extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refused.Reason reason;

    Unacceptable(Refused.Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    Refused.Reason reason() {
        return reason;
    }
}
